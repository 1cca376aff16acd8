import { LeftReason, type MergeCounts } from "../../../shared/features/handouts/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { ProposedRules } from "./ProposedRules.tsx";
import { Notice } from "../../ui/index.ts";

/** Zero is worth saying for these; the others are named only when there are some. */
const ALWAYS = ["added", "agreed", "disputed"] as const;
const SOMETIMES = ["known", "skipped", "flagged", "open"] as const;

/** What merging would do, counted by doing it and taking it back. */
export function MergePreview(props: { counts: MergeCounts; name: string; again: boolean }) {
  const { counts, name } = props;
  const lines = [...ALWAYS, ...SOMETIMES.filter((each) => counts[each] > 0)].map((each) => ({
    each,
    count: counts[each],
  }));
  return (
    <section aria-label={t("handouts.preview.title")} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t("handouts.preview.title")}</h3>
      {props.again ? <Notice>{t("handouts.preview.again")}</Notice> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {lines.map(({ each, count }) => (
          <div key={each} className="contents">
            <dd className="order-first text-right font-semibold tabular-nums">
              {formatNumber(count)}
            </dd>
            <dt className="order-first">{t(`handouts.preview.${each}`, { name })}</dt>
          </div>
        ))}
      </dl>
      {counts.left.length > 0 ? <Left counts={counts} /> : null}
      {counts.rules.length > 0 ? <ProposedRules rules={counts.rules} name={name} /> : null}
    </section>
  );
}

function Left({ counts: { left } }: { counts: MergeCounts }) {
  return (
    <Notice tone="warning" title={t("handouts.preview.leftTitle")}>
      <ul className="list-disc pl-4">
        {LeftReason.options.map((reason) => {
          const count = left.filter((each) => each.reason === reason).length;
          return count > 0 ? <li key={reason}>{t(`handouts.left.${reason}`, { count })}</li> : null;
        })}
      </ul>
      <p>{t("handouts.preview.leftKept")}</p>
    </Notice>
  );
}
