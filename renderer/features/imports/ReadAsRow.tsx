import { useId } from "react";
import {
  FileFormat,
  Quote,
  Ragged,
  type ReadAs,
  type SampleSigns,
  TextEncoding,
} from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";
import { Select } from "../../ui/index.ts";

const DELIMITERS = [
  [",", "imports.delimiter.comma"],
  [";", "imports.delimiter.semicolon"],
  ["\t", "imports.delimiter.tab"],
  ["|", "imports.delimiter.pipe"],
] as const;

const QUOTES = [
  ['"', "imports.quote.double"],
  ["'", "imports.quote.single"],
  ["", "imports.quote.none"],
] as const;

interface ReadAsRowProps {
  readAs: ReadAs;
  /** What the first rows show; unknown until they were read. */
  signs: SampleSigns | undefined;
  onChange: (change: Partial<ReadAs>) => void;
}

/** How the bytes are read: guessed, and looked at anew after each change. */
export function ReadAsRow(props: ReadAsRowProps) {
  const { readAs, signs, onChange } = props;
  const isTable = readAs.format === "csv" || readAs.format === "tsv";
  return (
    <fieldset className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
      <legend className="sr-only">{t("imports.readAs")}</legend>
      <Select
        label={t("imports.readAs.format")}
        fieldClassName="w-52"
        value={readAs.format}
        onChange={(event) => {
          const format = FileFormat.parse(event.target.value);
          onChange(format === "tsv" ? { format, delimiter: "\t" } : { format });
        }}
      >
        {FileFormat.options.map((format) => (
          <option key={format} value={format}>
            {t(`imports.format.${format}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("imports.readAs.encoding")}
        fieldClassName="w-72"
        value={readAs.encoding}
        onChange={(event) => onChange({ encoding: TextEncoding.parse(event.target.value) })}
      >
        {TextEncoding.options.map((encoding) => (
          <option key={encoding} value={encoding}>
            {t(`imports.encoding.${encoding}`)}
          </option>
        ))}
      </Select>
      {isTable ? <TableLayout {...props} /> : null}
      {readAs.repair || (signs && signs.damaged.cells > 0) ? (
        <Repair
          value={readAs.repair}
          damaged={signs?.damaged}
          onChange={(repair) => onChange({ repair })}
        />
      ) : null}
    </fieldset>
  );
}

/** How a table is cut into rows and cells. */
function TableLayout({ readAs, signs, onChange }: ReadAsRowProps) {
  const misfits = (signs?.ragged.short ?? 0) + (signs?.ragged.surplus ?? 0);
  return (
    <>
      {readAs.format === "csv" ? (
        <Delimiter value={readAs.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
      ) : null}
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
      {misfits > 0 || readAs.ragged !== "reject" ? (
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
      ) : null}
      <Choice
        label={t("imports.readAs.hasHeader")}
        value={readAs.hasHeader}
        onChange={(hasHeader) => onChange({ hasHeader })}
      />
    </>
  );
}

function Delimiter(props: { value: string; onChange: (delimiter: string) => void }) {
  const isKnown = DELIMITERS.some(([delimiter]) => delimiter === props.value);
  return (
    <Select
      label={t("imports.readAs.delimiter")}
      fieldClassName="w-44"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {DELIMITERS.map(([delimiter, key]) => (
        <option key={delimiter} value={delimiter}>
          {t(key)}
        </option>
      ))}
      {isKnown ? null : (
        <option value={props.value}>
          {/[\p{C}\p{Z}]|^$/u.test(props.value)
            ? t("imports.delimiter.invisible")
            : t("imports.delimiter.other", { delimiter: props.value })}
        </option>
      )}
    </Select>
  );
}

/** Offered where cells look damaged; never done unasked. */
function Repair(props: {
  value: boolean;
  damaged: SampleSigns["damaged"] | undefined;
  onChange: (repair: boolean) => void;
}) {
  const [example] = props.damaged?.examples ?? [];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      <Choice
        label={t("imports.readAs.repair", { cells: props.damaged?.cells ?? 0 })}
        value={props.value}
        onChange={props.onChange}
      />
      {example ? (
        <span className="min-w-0 truncate text-sm text-muted" dir="auto">
          {t("imports.readAs.repair.example", example)}
        </span>
      ) : null}
    </div>
  );
}

function Choice(props: { label: string; value: boolean; onChange: (value: boolean) => void }) {
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
