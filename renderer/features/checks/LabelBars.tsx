import { clsx } from "clsx";
import type { Finding, LabelCount } from "../../../shared/features/checks/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Panel, ScrollRegion } from "../../ui/index.ts";

/** How the answers are spread over the labels: one bar each, the average as a line, the rare ones marked. */
export function LabelBars(props: { counts: LabelCount[]; findings: Finding[] }) {
  const sorted = props.counts.toSorted((a, b) => b.examples - a.examples);
  const most = Math.max(1, sorted[0]?.examples ?? 0);
  const average = sorted.reduce((sum, label) => sum + label.examples, 0) / sorted.length;
  const few = props.findings.find((finding) => finding.code === "tooFewPerLabel")?.params[
    "minimum"
  ];
  const enough = typeof few === "number" ? few : 1;
  return (
    <Panel
      title={t("checks.labels", { labels: sorted.length })}
      actions={
        <span className="text-xs text-muted tabular-nums">
          {t("checks.labels.average", { average: formatNumber(Math.round(average)) })}
        </span>
      }
    >
      <ScrollRegion
        aria-label={t("checks.labels.list")}
        className="-mx-1 max-h-[32rem] overflow-auto px-1"
      >
        <ul className="grid grid-cols-[fit-content(50%)_minmax(0,1fr)_auto] gap-x-2">
          {sorted.map((label) => (
            <Bar
              key={label.labelId}
              label={label}
              share={label.examples / most}
              averageShare={average / most}
              rare={label.examples < enough}
            />
          ))}
        </ul>
      </ScrollRegion>
    </Panel>
  );
}

function Bar(props: { label: LabelCount; share: number; averageShare: number; rare: boolean }) {
  const { label, rare } = props;
  return (
    <li className="col-span-3 grid h-6 grid-cols-subgrid items-center text-xs">
      <span dir="auto" title={label.name} className="truncate">
        {label.name}
      </span>
      <span aria-hidden className="relative h-full">
        <span
          className={clsx(
            "absolute inset-y-1 left-0 rounded-sm",
            rare ? "bg-warning" : "bg-accent opacity-70",
          )}
          style={{ width: `max(2px, ${props.share * 100}%)` }}
        />
        <span
          className="absolute inset-y-0 w-px bg-line-strong"
          style={{ left: `${props.averageShare * 100}%` }}
        />
      </span>
      <span className={clsx("min-w-14 text-right tabular-nums", rare && "text-warning")}>
        {rare ? `${t("checks.labels.rare")} · ` : ""}
        {formatNumber(label.examples)}
      </span>
    </li>
  );
}
