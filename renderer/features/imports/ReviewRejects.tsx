import { ChevronRight } from "lucide-react";
import type { Review } from "../../../shared/features/imports/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { RejectTable } from "./RejectTable.tsx";

/** Why rows are left out, how many each, and the first of them with their lines. */
export function ReviewRejects(props: { review: Review }) {
  const { rejected, rejects, rejectsByReason } = props.review;
  if (rejected === 0) return null;
  return (
    <section aria-labelledby="review-rejects">
      <h3 id="review-rejects" className="font-semibold">
        {t("imports.review.rejects", { rows: rejected })}
      </h3>
      <ul className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        {rejectsByReason.map(({ reason, rows }) => (
          <li key={reason} className="col-span-2 grid grid-cols-subgrid py-0.5">
            <span className="text-right tabular-nums">{formatNumber(rows)}</span>
            {t(`imports.reject.${reason}`)}
          </li>
        ))}
      </ul>
      <details className="group mt-2">
        <summary className="flex w-fit items-center gap-1.5 rounded text-sm text-accent">
          <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
          {rejects.length < rejected
            ? t("imports.review.rejects.first", { rows: rejects.length })
            : t("imports.review.rejects.all", { rows: rejected })}
        </summary>
        <div className="mt-2 max-h-72 overflow-auto rounded border border-line">
          <RejectTable rows={rejects} />
        </div>
      </details>
      <p className="mt-1.5 text-sm text-muted">{t("imports.review.rejects.next")}</p>
    </section>
  );
}
