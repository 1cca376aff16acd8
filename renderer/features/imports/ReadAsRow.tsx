import { useId } from "react";
import {
  type FileFacts,
  FileFormat,
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

/** Files that are what they are: no choice makes them another kind, or gives their text another encoding. */
const PACKED: ReadonlySet<FileFormat> = new Set(["xlsx", "parquet", "docx", "pdf"]);

/** What a file may be read as; of a folder, the kinds of files that it holds. */
function formatsFor(format: FileFormat, inFolder: readonly FileFormat[]): FileFormat[] {
  if (inFolder.length > 1) return [...new Set([format, ...inFolder])];
  return PACKED.has(format) ? [format] : FileFormat.options.filter((each) => !PACKED.has(each));
}

/** How the bytes are read: guessed, and looked at anew after each change. */
export function ReadAsRow(props: {
  readAs: ReadAs;
  facts: FileFacts | undefined;
  onChange: (change: Partial<ReadAs>) => void;
}) {
  const { readAs, facts, onChange } = props;
  const isPacked = PACKED.has(readAs.format);
  const hasCells = readAs.format === "csv" || readAs.format === "tsv" || readAs.format === "xlsx";
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
        {formatsFor(readAs.format, facts?.formats ?? []).map((format) => (
          <option key={format} value={format}>
            {t(`imports.format.${format}`)}
          </option>
        ))}
      </Select>
      {isPacked ? null : (
        <Select
          label={t("imports.readAs.encoding")}
          fieldClassName="w-56"
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
      {readAs.format === "csv" ? (
        <Delimiter value={readAs.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
      ) : null}
      <PartChoices readAs={readAs} facts={facts} onChange={onChange} />
      {hasCells ? (
        <HasHeader value={readAs.hasHeader} onChange={(hasHeader) => onChange({ hasHeader })} />
      ) : null}
    </fieldset>
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

function HasHeader(props: { value: boolean; onChange: (hasHeader: boolean) => void }) {
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
      <label htmlFor={id}>{t("imports.readAs.hasHeader")}</label>
    </span>
  );
}
