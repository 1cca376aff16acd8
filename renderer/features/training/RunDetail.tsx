import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { ScrollRegion } from "../../ui/index.ts";
import { LossCurve } from "./LossCurve.tsx";
import { useRun } from "./use-run.ts";

/** What is known of one training: the model's name, the loss curve, what was reported on the way. */
export function RunDetail(props: { jobId: string; isRunning: boolean }) {
  const run = useRun(props.jobId, props.isRunning);
  if (!run) return null;
  const facts: [string, string | null][] = [
    [t("training.detail.model"), run.tunedModel],
    [t("training.detail.remoteJob"), run.remoteJobId],
    [
      t("training.detail.tokens"),
      run.trainedTokens === null ? null : formatNumber(run.trainedTokens),
    ],
  ];
  return (
    <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
      <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="flex gap-2">
              <dt className="text-muted">{name}</dt>
              <dd className="font-mono text-xs leading-5 break-all">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {run.metrics.length > 1 ? <LossCurve metrics={run.metrics} /> : null}
      {run.events.length > 0 ? (
        <ScrollRegion
          aria-label={t("training.detail.events")}
          className="max-h-48 overflow-auto text-sm"
        >
          <ol>
            {run.events.map((event) => (
              <li key={event.eventId} className="flex gap-3 py-0.5">
                <time className="shrink-0 text-xs leading-5 text-muted tabular-nums">
                  {formatDateTime(event.atMs)}
                </time>
                <span className={event.level === "error" ? "text-danger" : undefined}>
                  {event.message}
                </span>
              </li>
            ))}
          </ol>
        </ScrollRegion>
      ) : null}
    </div>
  );
}
