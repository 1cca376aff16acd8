import { ChevronRight, TriangleAlert } from "lucide-react";
import type { RejectedRow } from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";
import { RejectTable } from "./RejectTable.tsx";

/** Rows among the first that could not be read, opened on request. */
export function PreviewRejects(props: { rows: RejectedRow[] }) {
  return (
    <details className="group border-b border-line bg-warning-soft px-4 py-2">
      <summary className="flex w-fit items-center gap-2 rounded font-medium text-warning">
        <TriangleAlert aria-hidden className="size-4" />
        {t("imports.preview.rejects", { rows: props.rows.length })}
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
      </summary>
      <div className="mt-2 max-h-40 overflow-auto rounded border border-line bg-surface">
        <RejectTable rows={props.rows} />
      </div>
    </details>
  );
}
