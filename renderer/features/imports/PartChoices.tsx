import {
  type FileFacts,
  type ReadAs,
  ReadUnit,
} from "../../../shared/features/imports/contract.ts";
import { ShapeChoice } from "../../../shared/features/imports/shapes/shape-name.ts";
import { t } from "../../client/text.ts";
import { Select } from "../../ui/index.ts";

interface PartChoicesProps {
  readAs: ReadAs;
  facts: FileFacts | undefined;
  onChange: (change: Partial<ReadAs>) => void;
}

/** Which part of a file is read and what becomes one example, where a file leaves that open. */
export function PartChoices({ readAs, facts, onChange }: PartChoicesProps) {
  const sheets = facts?.sheets ?? [];
  const configs = facts?.configs ?? [];
  return (
    <>
      {sheets.length > 1 ? (
        <Select
          label={t("imports.readAs.sheet")}
          fieldClassName="col-span-2"
          value={readAs.sheet}
          onChange={(event) => onChange({ sheet: event.target.value })}
        >
          {sheets.map(({ name, isHidden }) => (
            <option key={name} value={name}>
              {isHidden ? t("imports.sheet.hidden", { name }) : name}
            </option>
          ))}
        </Select>
      ) : null}
      {configs.length > 1 ? (
        <Select
          label={t("imports.readAs.config")}
          fieldClassName="col-span-2"
          value={readAs.config}
          onChange={(event) => onChange({ config: event.target.value })}
        >
          {configs.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      ) : null}
      {readAs.unit === undefined ? null : (
        <UnitChoice unit={readAs.unit} format={readAs.format} onChange={onChange} />
      )}
      {facts?.shape || (readAs.shape && readAs.shape !== "plain") ? (
        <Select
          label={t("imports.readAs.shape")}
          fieldClassName="col-span-2"
          value={readAs.shape ?? "plain"}
          onChange={(event) => onChange({ shape: ShapeChoice.parse(event.target.value) })}
        >
          {ShapeChoice.options.map((shape) => (
            <option key={shape} value={shape}>
              {t(`imports.shape.${shape}`)}
            </option>
          ))}
        </Select>
      ) : null}
    </>
  );
}

function UnitChoice(props: {
  unit: ReadUnit;
  format: ReadAs["format"];
  onChange: (change: Partial<ReadAs>) => void;
}) {
  // A document's lines end where the page does, which says nothing about its content.
  const units = ReadUnit.options.filter((unit) => unit !== "line" || props.format === "text");
  return (
    <Select
      label={t("imports.readAs.unit")}
      fieldClassName="col-span-2"
      value={props.unit}
      onChange={(event) => props.onChange({ unit: ReadUnit.parse(event.target.value) })}
    >
      {units.map((unit) => (
        <option key={unit} value={unit}>
          {t(`imports.unit.${unit}`)}
        </option>
      ))}
    </Select>
  );
}
