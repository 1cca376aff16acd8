import type { ReactNode } from "react";
import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { Select, TextField } from "../../ui/index.ts";
import { dayInput, dayStart } from "./days.ts";
import type { FilterField, FilterNames } from "./filter-chips.ts";

interface FormProps {
  filter: ExampleFilter;
  names: FilterNames;
  onChange: (filter: ExampleFilter) => void;
}

type Options = readonly (readonly [value: string, text: string])[];

/** Every condition that can be set, each of them optional. */
export function FilterForm({ filter, names, onChange }: FormProps) {
  const set = (field: FilterField, value: unknown) => {
    const { [field]: _before, ...rest } = filter;
    onChange(value === undefined ? rest : { ...rest, [field]: value });
  };
  const choice = (field: FilterField, label: string, options: Options) => (
    <Select
      label={label}
      value={String(filter[field] ?? "")}
      onChange={({ target }) => set(field, target.value || undefined)}
    >
      <option value="">{t("examples.filter.any")}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
  const yesNo = (field: "unreviewed" | "flagged") => (
    <Select
      label={t(`examples.filter.${field}`)}
      value={String(filter[field] ?? "")}
      onChange={({ target }) => set(field, target.value ? target.value === "true" : undefined)}
    >
      <option value="">{t("examples.filter.any")}</option>
      <option value="true">{t(`examples.filter.${field}.yes`)}</option>
      <option value="false">{t(`examples.filter.${field}.no`)}</option>
    </Select>
  );
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3">
      {names.labels.length > 0
        ? choice(
            "labelId",
            t("examples.filter.label"),
            names.labels.map(({ labelId, name }) => [labelId, name]),
          )
        : null}
      {choice("status", t("examples.filter.status"), [
        ["unlabelled", t("examples.status.unlabelled")],
        ["labelled", t("examples.status.labelled")],
        ["skipped", t("examples.status.skipped")],
      ])}
      {choice("answeredBy", t("examples.filter.answeredBy"), [
        ["person", t("examples.answeredBy.person")],
        ["import", t("examples.answeredBy.import")],
        ["suggestion", t("examples.answeredBy.suggestion")],
      ])}
      {yesNo("unreviewed")}
      {yesNo("flagged")}
      {choice("split", t("examples.filter.split"), [
        ["train", t("common.split.train")],
        ["validation", t("common.split.validation")],
        ["test", t("common.split.test")],
      ])}
      {choice(
        "importId",
        t("examples.filter.import"),
        names.imports.map(({ importId, fileName }) => [importId, fileName]),
      )}
      <Select
        label={t("examples.filter.putAway")}
        value={filter.putAway ? "true" : ""}
        onChange={({ target }) => set("putAway", target.value ? true : undefined)}
      >
        <option value="">{t("examples.filter.putAway.no")}</option>
        <option value="true">{t("examples.filter.putAway.yes")}</option>
      </Select>
      <Pair>
        <DayField
          filter={filter}
          field="answeredFromMs"
          label={t("examples.filter.answeredFrom")}
          days={0}
          onSet={set}
        />
        <DayField
          filter={filter}
          field="answeredBeforeMs"
          label={t("examples.filter.answeredTo")}
          days={1}
          onSet={set}
        />
      </Pair>
      <Pair>
        <DayField
          filter={filter}
          field="importedFromMs"
          label={t("examples.filter.importedFrom")}
          days={0}
          onSet={set}
        />
        <DayField
          filter={filter}
          field="importedBeforeMs"
          label={t("examples.filter.importedTo")}
          days={1}
          onSet={set}
        />
      </Pair>
      <Pair>
        <LengthField filter={filter} field="minCharacters" onSet={set} />
        <LengthField filter={filter} field="maxCharacters" onSet={set} />
      </Pair>
    </div>
  );
}

const Pair = (props: { children: ReactNode }) => (
  <div className="col-span-2 grid grid-cols-2 gap-x-4">{props.children}</div>
);

interface PartProps<Field extends FilterField> {
  filter: ExampleFilter;
  field: Field;
  onSet: (field: FilterField, value: unknown) => void;
}

/** A day; `days` is 1 where the end of the day is meant, since a filter goes up to a moment. */
function DayField(
  props: PartProps<
    "answeredFromMs" | "answeredBeforeMs" | "importedFromMs" | "importedBeforeMs"
  > & {
    label: string;
    days: 0 | 1;
  },
) {
  const { filter, field, days } = props;
  const atMs = filter[field];
  return (
    <TextField
      type="date"
      label={props.label}
      value={atMs === undefined ? "" : dayInput(atMs, -days)}
      onChange={({ target }) => props.onSet(field, dayStart(target.value, days))}
    />
  );
}

function LengthField({ filter, field, onSet }: PartProps<"minCharacters" | "maxCharacters">) {
  return (
    <TextField
      type="number"
      min={0}
      step={1}
      label={t(`examples.filter.${field}`)}
      value={filter[field] ?? ""}
      onChange={({ target }) => {
        const count = Math.floor(target.valueAsNumber);
        onSet(field, Number.isSafeInteger(count) && count >= 0 ? count : undefined);
      }}
    />
  );
}
