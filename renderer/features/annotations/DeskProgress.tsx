import type { QueueCounts, QueueName } from "../../../shared/features/annotations/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { useDesk } from "./queue/desk.ts";
import { decisionsPerMinute, timeLeft } from "./queue/pace.ts";

/** How far the work has come, counted, how fast it goes, and how long the rest takes. */
export function DeskProgress() {
  const counts = useDesk((state) => state.counts);
  const queue = useDesk((state) => state.queue);
  const narrowed = useDesk((state) => Object.keys(state.assignment?.filter ?? {}).length > 0);
  const perMinute = useDesk((state) => decisionsPerMinute(state.decidedAtMs));
  if (!counts) return <>&nbsp;</>;
  const reviewing = queue === "unreviewed";
  const done = reviewing ? counts.labelled - counts.unreviewed : counts.labelled;
  const total = reviewing ? counts.labelled : counts.total;
  // Counts are of the whole project: of a narrowed queue nobody knows how much is left.
  const remaining = narrowed ? 0 : remainingIn(queue, counts);
  const left = perMinute === null ? null : timeLeft(remaining, perMinute);
  return (
    <span className="whitespace-nowrap tabular-nums max-lg:whitespace-normal">
      {t(reviewing ? "annotations.progress.reviewed" : "annotations.progress.answered", {
        done: formatNumber(done),
        total: formatNumber(total),
      })}
      {perMinute === null ? null : (
        <> · {t("annotations.progress.pace", { perMinute: Math.max(1, Math.round(perMinute)) })}</>
      )}
      {left ? <> · {t(`annotations.progress.left.${left.unit}`, { amount: left.amount })}</> : null}
    </span>
  );
}

/** How many examples of a queue still wait for a decision; the others are the work as such. */
const remainingIn = (queue: QueueName, counts: QueueCounts): number =>
  counts[queue === "all" ? "unlabelled" : queue];
