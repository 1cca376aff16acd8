import type { Measure } from "../../../shared/features/agreement/contract.ts";
import { formatNumber, t } from "../../client/text.ts";

/** Two digits behind the point: more would claim what no interval bears out. */
export const formatValue = (value: number): string =>
  (Object.is(value, -0) ? 0 : value).toFixed(2).replace("-", "−");

const clipped = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;

/** A measure between 0 and 1 as a bar with its interval as a bracket; less than 0 shows as an empty bar. */
export function MeasureBar(props: { measure: Measure; strong?: boolean }) {
  const { measure, strong = false } = props;
  if (measure.state === "undefined")
    return (
      <p className="text-sm text-muted">
        {t(`agreement.why.${measure.reason}.what`)} {t(`agreement.why.${measure.reason}.next`)}
      </p>
    );
  const { value, interval, items } = measure;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_11rem] items-center gap-3">
      <div className="relative h-3.5" aria-hidden>
        <div className="absolute inset-y-0.5 w-full rounded-sm bg-sunken" />
        <div
          className={`absolute inset-y-0.5 rounded-sm ${strong ? "bg-accent" : "bg-line-strong"}`}
          style={{ width: clipped(value) }}
        />
        {interval ? (
          <div
            className="absolute inset-y-0 border-x-2 border-ink"
            style={{
              left: clipped(interval.low),
              width: `max(2px, calc(${clipped(interval.high)} - ${clipped(interval.low)}))`,
            }}
          >
            <div className="absolute top-1/2 right-0 left-0 h-0.5 -translate-y-1/2 bg-ink" />
          </div>
        ) : null}
      </div>
      <span className="text-right tabular-nums">
        <span className={strong ? "font-semibold" : undefined}>{formatValue(value)}</span>
        <span className="block text-xs text-muted">
          {interval
            ? t("agreement.interval", {
                low: formatValue(interval.low),
                high: formatValue(interval.high),
              })
            : t("agreement.noInterval")}
          {" · "}
          {t("agreement.items", { items, shown: formatNumber(items) })}
        </span>
      </span>
    </div>
  );
}
