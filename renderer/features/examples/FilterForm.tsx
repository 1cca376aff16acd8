import type { ReactNode } from "react";
import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { Select, TextField } from "../../ui/index.ts";
import { dayInput, dayStart } from "../../client/days.ts";
import type { FilterField, FilterNames } from "./filter-chips.ts";

interface FormProps {
  filter: ExampleFilter;
  names: FilterNames;
  onChange: (filter: ExampleFilter) => void;
}

type Options = readonly (readonly [value: string, text: string])[];

type SetField = (field: FilterField, value: unknown) => void;

/** Every condition that can be set, each of them optional. */
export function FilterForm({ filter, names, onChange }: FormProps) {
  const set: SetField = (field, value) => {
    const { [field]: _before, ...rest } = filter;
    onChange(value === undefined ? rest : { ...rest, [field]: value });
  };
  const part = { filter, onSet: set };
  const labels = names.labels.map(({ labelId, name }) => [labelId, name] as const);
  const imports = names.imports.map(({ importId, fileName }) => [importId, fileName] as const);
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3">
      {labels.length > 0 ? (
        <ChoiceField
          {...part}
          field="labelId"
          label={t("examples.filter.label")}
          options={labels}
        />
      ) : null}
      <ChoiceField
        {...part}
        field="status"
        label={t("examples.filter.status")}
        options={STATUSES.map((status) => [status, t(`examples.status.${status}`)])}
      />
      <ChoiceField
        {...part}
        field="answeredBy"
        label={t("examples.filter.answeredBy")}
        options={ANSWERERS.map((kind) => [kind, t(`examples.answeredBy.${kind}`)])}
      />
      <YesNoField {...part} field="unreviewed" />
      <YesNoField {...part} field="flagged" />
      <ChoiceField
        {...part}
        field="split"
        label={t("examples.filter.split")}
        options={SPLITS.map((split) => [split, t(`common.split.${split}`)])}
      />
      <ChoiceField
        {...part}
        field="importId"
        label={t("examples.filter.import")}
        options={imports}
      />
      <YesNoField {...part} field="putAway" />
      <MeasuredFields {...part} />
    </div>
  );
}

const STATUSES = ["unlabelled", "labelled", "skipped"] as const;
const ANSWERERS = ["person", "import", "suggestion"] as const;
const SPLITS = ["train", "validation", "test"] as const;

function MeasuredFields(part: { filter: ExampleFilter; onSet: SetField }) {
  const answered = t("examples.filter.answeredTo");
  return (
    <>
      <Pair>
        <DayField
          {...part}
          field="answeredFromMs"
          label={t("examples.filter.answeredFrom")}
          days={0}
        />
        <DayField {...part} field="answeredBeforeMs" label={answered} days={1} />
      </Pair>
      <Pair>
        <DayField
          {...part}
          field="importedFromMs"
          label={t("examples.filter.importedFrom")}
          days={0}
        />
        <DayField
          {...part}
          field="importedBeforeMs"
          label={t("examples.filter.importedTo")}
          days={1}
        />
      </Pair>
      <Pair>
        <LengthField {...part} field="minCharacters" />
        <LengthField {...part} field="maxCharacters" />
      </Pair>
    </>
  );
}

function ChoiceField({
  filter,
  field,
  label,
  options,
  onSet,
}: PartProps<"labelId" | "status" | "answeredBy" | "split" | "importId"> & {
  label: string;
  options: Options;
}) {
  return (
    <Select
      label={label}
      value={filter[field] ?? ""}
      onChange={({ target }) => onSet(field, target.value || undefined)}
    >
      <option value="">{t("examples.filter.any")}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
}

function YesNoField({ filter, field, onSet }: PartProps<"unreviewed" | "flagged" | "putAway">) {
  return (
    <Select
      label={t(`examples.filter.${field}`)}
      value={String(filter[field] ?? "")}
      onChange={({ target }) => onSet(field, target.value ? target.value === "true" : undefined)}
    >
      {field === "putAway" ? null : <option value="">{t("examples.filter.any")}</option>}
      <option value={field === "putAway" ? "" : "false"}>{t(`examples.filter.${field}.no`)}</option>
      <option value="true">{t(`examples.filter.${field}.yes`)}</option>
    </Select>
  );
}

const Pair = (props: { children: ReactNode }) => (
  <div className="col-span-2 grid grid-cols-2 gap-x-4">{props.children}</div>
);

interface PartProps<Field extends FilterField> {
  filter: ExampleFilter;
  field: Field;
  onSet: SetField;
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
