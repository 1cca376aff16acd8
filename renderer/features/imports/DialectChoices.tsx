import { useId } from "react";
import {
  Quote,
  Ragged,
  type ReadAs,
  type SampleSigns,
} from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";
import { Select } from "../../ui/index.ts";

export interface ReadAsChoice {
  readAs: ReadAs;
  /** What the first rows show; unknown until they were read. */
  signs: SampleSigns | undefined;
  onChange: (change: Partial<ReadAs>) => void;
}

const QUOTES = [
  ['"', "imports.quote.double"],
  ["'", "imports.quote.single"],
  ["", "imports.quote.none"],
] as const;

export function QuoteSelect({ readAs, onChange }: ReadAsChoice) {
  return (
    <Select
      label={t("imports.readAs.quote")}
      fieldClassName="w-48"
      value={readAs.quote}
      onChange={(event) => onChange({ quote: Quote.parse(event.target.value) })}
    >
      {QUOTES.map(([quote, key]) => (
        <option key={quote} value={quote}>
          {t(key)}
        </option>
      ))}
    </Select>
  );
}

/** Asked only where rows do not fit. */
export function RaggedSelect({ readAs, signs, onChange }: ReadAsChoice) {
  const misfits = (signs?.ragged.short ?? 0) + (signs?.ragged.surplus ?? 0);
  if (misfits === 0 && readAs.ragged === "reject") return null;
  return (
    <Select
      label={t("imports.readAs.ragged", { rows: misfits })}
      fieldClassName="w-72"
      value={readAs.ragged}
      onChange={(event) => onChange({ ragged: Ragged.parse(event.target.value) })}
    >
      {Ragged.options.map((ragged) => (
        <option key={ragged} value={ragged}>
          {t(`imports.ragged.${ragged}`)}
        </option>
      ))}
    </Select>
  );
}

/** Offered where cells look damaged; never done unasked. */
export function RepairChoice({ readAs, signs, onChange }: ReadAsChoice) {
  const { cells, examples } = signs?.damaged ?? { cells: 0, examples: [] };
  if (cells === 0 && !readAs.repair) return null;
  const [example] = examples;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      <Choice
        label={t("imports.readAs.repair", { cells })}
        value={readAs.repair}
        onChange={(repair) => onChange({ repair })}
      />
      {example ? (
        <span className="min-w-0 truncate text-sm text-muted" dir="auto">
          {t("imports.readAs.repair.example", example)}
        </span>
      ) : null}
    </div>
  );
}

export function Choice(props: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const id = useId();
  return (
    <span className="flex h-8 items-center gap-2">
      <input
        id={id}
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onChange(event.target.checked)}
        className="size-4 accent-(--accent)"
      />
      <label htmlFor={id}>{props.label}</label>
    </span>
  );
}
