import { formatNumber, t } from "../../client/text.ts";
import { useDesk } from "./desk.ts";
import { decisionsPerMinute } from "./pace.ts";

/** How far the work has come, counted, and how fast it goes. */
export function DeskProgress() {
  const counts = useDesk((state) => state.counts);
  const queue = useDesk((state) => state.queue);
  const perMinute = useDesk((state) => decisionsPerMinute(state.decidedAtMs));
  if (!counts) return <>&nbsp;</>;
  const reviewing = queue === "unreviewed";
  const done = reviewing ? counts.labelled - counts.unreviewed : counts.labelled;
  const total = reviewing ? counts.labelled : counts.total;
  return (
    <span className="tabular-nums">
      {t(reviewing ? "annotations.progress.reviewed" : "annotations.progress.answered", {
        done: formatNumber(done),
        total: formatNumber(total),
      })}
      {perMinute === null ? null : (
        <> · {t("annotations.progress.pace", { perMinute: Math.max(1, Math.round(perMinute)) })}</>
      )}
    </span>
  );
}
