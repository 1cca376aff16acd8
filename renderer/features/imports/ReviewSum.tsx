import { clsx } from "clsx";
import type { Review } from "../../../shared/features/imports/contract.ts";
import { formatNumber, t } from "../../client/text.ts";

const KINDS = ["fresh", "changed", "known", "rejected"] as const;
const BAR: Record<(typeof KINDS)[number], string> = {
  fresh: "bg-accent",
  changed: "bg-(--label-ink) label-blue",
  known: "bg-line-strong",
  rejected: "bg-warning",
};

/** Every row of the file in one of four groups, as a bar and as a sum. */
export function ReviewSum(props: { review: Review }) {
  const { review } = props;
  return (
    <section aria-labelledby="review-sum">
      <h3 id="review-sum" className="font-semibold">
        {t("imports.review.rows", { rows: review.rowsRead })}
      </h3>
      <div aria-hidden className="mt-2 flex h-2.5 gap-px overflow-hidden rounded-full bg-hover">
        {KINDS.map((kind) =>
          review[kind] > 0 ? (
            <span
              key={kind}
              className={clsx("min-w-1.5", BAR[kind])}
              style={{ flexGrow: review[kind], flexBasis: 0 }}
            />
          ) : null,
        )}
      </div>
      <ul className="mt-2 grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-3">
        {KINDS.map((kind) => (
          <li
            key={kind}
            className={clsx(
              "col-span-3 grid grid-cols-subgrid items-baseline py-0.5",
              review[kind] === 0 && "text-muted",
            )}
          >
            <span className="text-right text-lg font-semibold tabular-nums">
              {formatNumber(review[kind])}
            </span>
            <span className="flex items-center gap-2">
              <span aria-hidden className={clsx("size-2.5 shrink-0 rounded-full", BAR[kind])} />
              {t(`imports.review.${kind}`)}
            </span>
            <span className="text-sm text-muted">{explain(kind, review)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function explain(kind: (typeof KINDS)[number], review: Review): string {
  if (review[kind] === 0) return "";
  if (kind === "fresh" || kind === "rejected") return t(`imports.review.${kind}.text`);
  return t(`imports.review.${kind}.${review.matchedBy}`);
}
