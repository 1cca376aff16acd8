import { FileFormat, TextEncoding } from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";
import { Select } from "../../ui/index.ts";
import {
  Choice,
  QuoteSelect,
  RaggedSelect,
  type ReadAsChoice,
  RepairChoice,
} from "./DialectChoices.tsx";

const DELIMITERS = [
  [",", "imports.delimiter.comma"],
  [";", "imports.delimiter.semicolon"],
  ["\t", "imports.delimiter.tab"],
  ["|", "imports.delimiter.pipe"],
] as const;

/** How the bytes are read: guessed, and looked at anew after each change. */
export function ReadAsRow(props: ReadAsChoice) {
  const { readAs, onChange } = props;
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
      <RepairChoice {...props} />
    </fieldset>
  );
}

/** How a table is cut into rows and cells. */
function TableLayout(props: ReadAsChoice) {
  const { readAs, onChange } = props;
  return (
    <>
      {readAs.format === "csv" ? (
        <Delimiter value={readAs.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
      ) : null}
      <QuoteSelect {...props} />
      <RaggedSelect {...props} />
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
