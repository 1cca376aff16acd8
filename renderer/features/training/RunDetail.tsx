import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { LossCurve } from "./LossCurve.tsx";

/** How often a run that is under way is asked for new events, milliseconds. */
const ASK_EVERY_MS = 2000;

/** What is known of one training: the model's name, the loss curve, what was reported on the way. */
export function RunDetail(props: { jobId: string; isRunning: boolean }) {
  const run = useQuery(
    orpc.training.get.queryOptions({
      input: { jobId: props.jobId },
      refetchInterval: props.isRunning ? ASK_EVERY_MS : false,
    }),
  ).data;
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
        <ol
          tabIndex={0}
          aria-label={t("training.detail.events")}
          className="max-h-48 overflow-auto text-sm"
        >
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
      ) : null}
    </div>
  );
}
