import { ChevronRight } from "lucide-react";
import type { Preview, ReadAs } from "../../../shared/features/imports/contract.ts";
import type { MessageKey } from "../../../shared/messages/translate.ts";
import { t } from "../../client/text.ts";
import { delimiterName, isPacked } from "./ReadAsOptions.tsx";

/** How the file is read, in one line, and the way to change it. */
export function ReadAsRow(props: {
  readAs: ReadAs;
  isOpen: boolean;
  /** The element that holds the choices. */
  paneId: string;
  onToggle: () => void;
}) {
  const { isOpen } = props;
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? props.paneId : undefined}
      onClick={props.onToggle}
      className="group flex min-h-9 w-full shrink-0 items-center gap-x-2 border-b border-line px-4 py-1.5 text-left text-sm -outline-offset-2! hover:bg-hover"
    >
      <ChevronRight
        aria-hidden
        className="size-4 shrink-0 text-muted group-aria-expanded:rotate-90"
      />
      <span className="font-medium">{t("imports.readAs")}</span>
      <span className="min-w-0 truncate text-muted">{summaryOf(props.readAs)}</span>
      <span className="ml-auto shrink-0 text-accent">
        {t(isOpen ? "imports.readAs.hide" : "imports.readAs.change")}
      </span>
    </button>
  );
}

/** Whether the guess may be wrong or the file leaves a choice: then the ways of reading are shown unasked. */
export const isDoubtful = (preview: Preview | undefined): boolean =>
  !preview ||
  preview.rows.length === 0 ||
  preview.rejects.length > 0 ||
  preview.facts.sheets.length > 1 ||
  preview.facts.configs.length > 1 ||
  preview.facts.formats.length > 1 ||
  preview.readAs.unit !== undefined ||
  preview.facts.shape !== null ||
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
    readAs.sheet ?? "",
    readAs.shape && readAs.shape !== "plain" ? t(`imports.shape.${readAs.shape}`) : "",
    readAs.unit ? `${t("imports.readAs.unit")} ${t(`imports.unit.${readAs.unit}`)}` : "",
    readAs.config ?? "",
    isPacked(readAs) ? "" : t(`imports.encoding.${readAs.encoding}`),
    readAs.format === "csv" && readAs.delimiter !== "" ? between(readAs.delimiter) : "",
    isTable(readAs) || readAs.format === "xlsx"
      ? t(readAs.hasHeader ? "imports.readAs.header" : "imports.readAs.noHeader")
      : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
