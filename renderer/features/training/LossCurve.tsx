import { useEffect, useRef, useSyncExternalStore } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Metric } from "../../../shared/features/training/contract.ts";
import { t } from "../../client/text.ts";

const HEIGHT_PX = 180;
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000];
const DARK = matchMedia("(prefers-color-scheme: dark)");

function watchDark(onChange: () => void): () => void {
  DARK.addEventListener("change", onChange);
  return () => DARK.removeEventListener("change", onChange);
}

/** A canvas does not know light-dark(): the browser is asked for the colour that it comes to here. */
function inkOf(element: HTMLElement, name: string): string {
  element.style.color = `var(${name})`;
  const { color } = getComputedStyle(element);
  element.style.color = "";
  return color;
}

/** Training and validation loss over steps; lower is better. */
export function LossCurve(props: { metrics: Metric[] }) {
  const { metrics } = props;
  const isDark = useSyncExternalStore(watchDark, () => DARK.matches);
  const last = metrics.findLast((metric) => metric.trainLoss !== null);
  return (
    <figure>
      <figcaption className="mb-1 text-xs text-muted">
        {t("training.loss.caption", {
          loss: last?.trainLoss?.toFixed(3) ?? "–",
          step: last?.step ?? 0,
        })}
      </figcaption>
      {/* What is painted keeps its colours: paint anew when the scheme changes. */}
      <Plot key={isDark ? "dark" : "light"} metrics={metrics} />
    </figure>
  );
}

function Plot(props: { metrics: Metric[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { metrics } = props;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const axis = {
      stroke: inkOf(element, "--muted"),
      grid: { stroke: inkOf(element, "--line"), width: 1 },
      ticks: { stroke: inkOf(element, "--line"), width: 1 },
    };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT_PX,
        scales: { x: { time: false } },
        // Only whole steps have a loss.
        axes: [{ ...axis, incrs: WHOLE_STEPS }, axis],
        legend: { live: false },
        series: [
          { label: t("training.loss.step") },
          { label: t("training.loss.train"), stroke: inkOf(element, "--accent"), width: 2 },
          {
            label: t("training.loss.valid"),
            stroke: inkOf(element, "--warning"),
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
  return <div ref={box} aria-hidden className="text-xs [&_th]:font-normal" />;
}
