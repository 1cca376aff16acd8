import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Metric } from "../../../shared/features/training/contract.ts";
import { t } from "../../client/text.ts";

const HEIGHT_PX = 180;

/** Training and validation loss over steps; lower is better. */
export function LossCurve(props: { metrics: Metric[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { metrics } = props;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const ink = (name: string) => getComputedStyle(element).getPropertyValue(name);
    const axis = {
      stroke: ink("--muted"),
      grid: { stroke: ink("--line") },
      ticks: { stroke: ink("--line") },
    };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT_PX,
        scales: { x: { time: false } },
        axes: [axis, axis],
        series: [
          { label: t("training.loss.step") },
          { label: t("training.loss.train"), stroke: ink("--accent"), width: 2 },
          {
            label: t("training.loss.valid"),
            stroke: ink("--warning"),
            width: 2,
            dash: [6, 4],
            spanGaps: true,
          },
        ],
      },
      [
        metrics.map((metric) => metric.step),
        metrics.map((metric) => metric.trainLoss),
        metrics.map((metric) => metric.validLoss),
      ],
      element,
    );
    const observer = new ResizeObserver(() =>
      plot.setSize({ width: element.clientWidth, height: HEIGHT_PX }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [metrics]);
  const last = metrics.findLast((metric) => metric.trainLoss !== null);
  return (
    <figure>
      <figcaption className="mb-1 text-xs text-muted">
        {t("training.loss.caption", {
          loss: last?.trainLoss?.toFixed(3) ?? "–",
          step: last?.step ?? 0,
        })}
      </figcaption>
      <div ref={box} aria-hidden />
    </figure>
  );
}
