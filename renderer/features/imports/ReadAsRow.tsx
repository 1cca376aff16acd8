import { ChevronRight } from "lucide-react";
import { useId } from "react";
import type { Preview, ReadAs } from "../../../shared/features/imports/contract.ts";
import type { MessageKey } from "../../../shared/messages/translate.ts";
import { t } from "../../client/text.ts";
import { changeDraft, type ImportDraft } from "./draft.ts";
import { delimiterName, ReadAsOptions } from "./ReadAsOptions.tsx";

interface ReadAsRowProps {
  projectId: string;
  draft: ImportDraft;
  /** Missing while the file cannot be read at all, so that another way can be chosen. */
  preview: Preview | undefined;
  onChange: (change: Partial<ReadAs>) => void;
}

const UNKNOWN: ReadAs = {
  format: "csv",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  hasHeader: true,
  ragged: "reject",
  repair: false,
};

/** How the file is read, in one line; the choices stand open where something about it is odd. */
export function ReadAsRow(props: ReadAsRowProps) {
  const { draft, preview } = props;
  const optionsId = useId();
  const readAs = { ...(preview?.readAs ?? UNKNOWN), ...draft.readAs };
  const isOpen = draft.optionsOpen ?? isDoubtful(preview);
  return (
    <div className="border-b border-line">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={optionsId}
        onClick={() => changeDraft(props.projectId, { optionsOpen: !isOpen })}
        className="group flex min-h-9 w-full items-center gap-x-2 px-4 py-1.5 text-left text-sm -outline-offset-2! hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted group-aria-expanded:rotate-90"
        />
        <span className="font-medium">{t("imports.readAs")}</span>
        <span className="min-w-0 truncate text-muted">{summaryOf(readAs)}</span>
        <span className="ml-auto shrink-0 text-accent">
          {t(isOpen ? "imports.readAs.hide" : "imports.readAs.change")}
        </span>
      </button>
      <div id={optionsId} hidden={!isOpen}>
        {isOpen ? (
          <ReadAsOptions readAs={readAs} preview={preview} onChange={props.onChange} />
        ) : null}
      </div>
    </div>
  );
}

/** Whether the guess may be wrong: then the ways of reading are shown unasked. */
const isDoubtful = (preview: Preview | undefined): boolean =>
  !preview ||
  preview.rows.length === 0 ||
  preview.rejects.length > 0 ||
  preview.readAs.encoding !== "utf-8";

const isTable = ({ format }: ReadAs) => format === "csv" || format === "tsv";

const BETWEEN: Partial<Record<string, MessageKey>> = {
  ",": "imports.readAs.commas",
  ";": "imports.readAs.semicolons",
  "\t": "imports.readAs.tabs",
  "|": "imports.readAs.bars",
};
const between = (delimiter: string) =>
  t(BETWEEN[delimiter] ?? "imports.readAs.between", { delimiter: delimiterName(delimiter) });

function summaryOf(readAs: ReadAs): string {
  return [
    t(`imports.format.${readAs.format}`),
    t(`imports.encoding.${readAs.encoding}`),
    readAs.format === "csv" && readAs.delimiter !== "" ? between(readAs.delimiter) : "",
    isTable(readAs)
      ? t(readAs.hasHeader ? "imports.readAs.header" : "imports.readAs.noHeader")
      : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
