import type { Proportion } from "../../../shared/features/comparisons/contract.ts";
import { formatPercent, t } from "../../client/text.ts";

/** A share between 0 and 100 % as a bar, with its 95 % interval as a bracket on it. */
export function IntervalBar(props: { name: string; share: Proportion; strong?: boolean }) {
  const { value, low, high } = props.share;
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)_8rem] items-center gap-3">
      <span className={props.strong ? "font-semibold" : "text-muted"}>{props.name}</span>
      <div className="relative h-3.5" aria-hidden>
        <div className="absolute inset-y-0.5 w-full rounded-sm bg-sunken" />
        <div
          className={`absolute inset-y-0.5 rounded-sm ${props.strong ? "bg-accent" : "bg-line-strong"}`}
          style={{ width: percent(value) }}
        />
        <div
          className="absolute inset-y-0 border-x-2 border-ink"
          style={{ left: percent(low), width: `max(2px, ${percent(high - low)})` }}
        >
          <div className="absolute top-1/2 right-0 left-0 h-0.5 -translate-y-1/2 bg-ink" />
        </div>
      </div>
      <span className="text-right tabular-nums">
        <span className={props.strong ? "font-semibold" : undefined}>{formatPercent(value)}</span>
        <span className="block text-xs text-muted">
          {t("comparisons.interval", { low: formatPercent(low), high: formatPercent(high) })}
        </span>
      </span>
    </div>
  );
}
