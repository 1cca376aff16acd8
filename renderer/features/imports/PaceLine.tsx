import { useEffect, useState } from "react";
import { formatBytes, formatPercent, t } from "../../client/text.ts";
import { ProgressBar } from "../../ui/index.ts";
import { paceOf } from "./pace.ts";

const CLOCK_EVERY_MS = 500;

interface PaceLineProps {
  label: string;
  /** What is being done, in a word. */
  phase: string;
  /** Null while it waits for its turn. */
  startedAtMs: number | null;
  /** Bytes of the file. */
  done: number;
  total: number | undefined;
}

/** A bar, and beneath it how far the file is read, how fast, and how long it will still take. */
export function PaceLine(props: PaceLineProps) {
  const { done, total, startedAtMs } = props;
  const nowMs = useClock();
  const pace =
    startedAtMs === null
      ? null
      : paceOf({ atMs: startedAtMs, done: 0 }, { atMs: nowMs, done, total });
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label={props.label} done={done} total={total} />
      <p className="flex flex-wrap gap-x-4 text-sm text-muted tabular-nums">
        <span>{props.phase}</span>
        {total ? (
          <span>
            {t("imports.running.share", { share: formatPercent(Math.min(1, done / total)) })}
          </span>
        ) : null}
        {total ? (
          <span>
            {t("imports.running.bytes", { done: formatBytes(done), total: formatBytes(total) })}
          </span>
        ) : null}
        {pace ? (
          <span>{t("imports.running.rate", { rate: formatBytes(pace.perSecond) })}</span>
        ) : null}
        {pace && pace.secondsLeft !== null ? <span>{timeLeft(pace.secondsLeft)}</span> : null}
      </p>
    </div>
  );
}

/** Plain words for the seconds left. */
export const timeLeft = (seconds: number): string =>
  seconds < 90
    ? t("imports.running.left", { seconds: Math.round(seconds) })
    : t("imports.running.leftMinutes", { minutes: Math.round(seconds / 60) });

/** The present moment, often enough for a pace. */
export function useClock(): number {
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), CLOCK_EVERY_MS);
    return () => clearInterval(clock);
  }, []);
  return nowMs;
}
