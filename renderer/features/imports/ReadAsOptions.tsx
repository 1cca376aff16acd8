import { useId } from "react";
import {
  FileFormat,
  type Preview,
  Quote,
  Ragged,
  type ReadAs,
  TextEncoding,
} from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";
import { Select } from "../../ui/index.ts";
import { PartChoices } from "./PartChoices.tsx";

const DELIMITERS = [
  [",", "imports.delimiter.comma"],
  [";", "imports.delimiter.semicolon"],
  ["\t", "imports.delimiter.tab"],
  ["|", "imports.delimiter.pipe"],
] as const;
const QUOTE_NAMES = {
  '"': "imports.quote.double",
  "'": "imports.quote.single",
  "": "imports.quote.none",
} as const;

/** Files that are what they are: no choice makes them another kind, or gives their text another encoding. */
const PACKED: ReadonlySet<FileFormat> = new Set(["xlsx", "parquet", "docx", "pdf"]);
export const isPacked = ({ format }: Pick<ReadAs, "format">): boolean => PACKED.has(format);

/** What a file may be read as; of a folder, the kinds of files that it holds. */
function formatsFor(format: FileFormat, inFolder: readonly FileFormat[]): FileFormat[] {
  if (inFolder.length > 1) return [...new Set([format, ...inFolder])];
  return PACKED.has(format) ? [format] : FileFormat.options.filter((each) => !PACKED.has(each));
}

interface OptionsProps {
  readAs: ReadAs;
  preview: Preview | undefined;
  onChange: (change: Partial<ReadAs>) => void;
}

/** How the bytes are read: guessed, and looked at anew after each change. */
export function ReadAsOptions(props: OptionsProps) {
  const { readAs, onChange } = props;
  const isTable = readAs.format === "csv" || readAs.format === "tsv";
  return (
    <fieldset className="grid grid-cols-2 items-end gap-x-3 gap-y-2.5">
      <legend className="sr-only">{t("imports.readAs")}</legend>
      {isPacked(readAs) ? null : (
        <Select
          label={t("imports.readAs.encoding")}
          fieldClassName="col-span-2"
          value={readAs.encoding}
          onChange={(event) => onChange({ encoding: TextEncoding.parse(event.target.value) })}
        >
          {TextEncoding.options.map((encoding) => (
            <option key={encoding} value={encoding}>
              {t(`imports.encoding.${encoding}`)}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={t("imports.readAs.format")}
        value={readAs.format}
        onChange={(event) => {
          const format = FileFormat.parse(event.target.value);
          onChange(format === "tsv" ? { format, delimiter: "\t" } : { format });
        }}
      >
        {formatsFor(readAs.format, props.preview?.facts.formats ?? []).map((format) => (
          <option key={format} value={format}>
            {t(`imports.format.${format}`)}
          </option>
        ))}
      </Select>
      <PartChoices readAs={readAs} facts={props.preview?.facts} onChange={onChange} />
      {isTable ? <TableOptions {...props} /> : null}
      {isTable || readAs.format === "xlsx" ? (
        <HasHeader value={readAs.hasHeader} onChange={(hasHeader) => onChange({ hasHeader })} />
      ) : null}
    </fieldset>
  );
}

function TableOptions({ readAs, preview, onChange }: OptionsProps) {
  const misfits = (preview?.ragged.short ?? 0) + (preview?.ragged.surplus ?? 0);
  return (
    <>
      {readAs.format === "csv" ? (
        <Delimiter value={readAs.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
      ) : null}
      <Select
        label={t("imports.readAs.quote")}
        value={readAs.quote}
        onChange={(event) => onChange({ quote: Quote.parse(event.target.value) })}
      >
        {Quote.options.map((quote) => (
          <option key={quote} value={quote}>
            {t(QUOTE_NAMES[quote])}
          </option>
        ))}
      </Select>
      {misfits > 0 || readAs.ragged !== "reject" ? (
        <Select
          label={t("imports.readAs.ragged", { rows: misfits })}
          fieldClassName="col-span-2"
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
    </>
  );
}

/** The delimiter as a person would call it. */
export function delimiterName(delimiter: string): string {
  const known = DELIMITERS.find(([each]) => each === delimiter);
  if (known) return t(known[1]);
  return /[\p{C}\p{Z}]|^$/u.test(delimiter)
    ? t("imports.delimiter.invisible")
    : t("imports.delimiter.other", { delimiter });
}

function Delimiter(props: { value: string; onChange: (delimiter: string) => void }) {
  const isKnown = DELIMITERS.some(([delimiter]) => delimiter === props.value);
  return (
    <Select
      label={t("imports.readAs.delimiter")}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {DELIMITERS.map(([delimiter]) => (
        <option key={delimiter} value={delimiter}>
          {delimiterName(delimiter)}
        </option>
      ))}
      {isKnown ? null : <option value={props.value}>{delimiterName(props.value)}</option>}
    </Select>
  );
}

function HasHeader(props: { value: boolean; onChange: (hasHeader: boolean) => void }) {
  const id = useId();
  return (
    <span className="col-span-2 flex min-h-6 items-center gap-2">
      <input
        id={id}
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onChange(event.target.checked)}
        className="size-4 accent-(--accent)"
      />
      <label htmlFor={id}>{t("imports.readAs.hasHeader")}</label>
    </span>
  );
}
