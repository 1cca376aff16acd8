import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { BookOpen, X } from "lucide-react";
import type { QueueCounts, QueueName } from "../../../shared/features/annotations/contract.ts";
import type { Definition, Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Key, ProgressBar } from "../../ui/index.ts";
import { takenKeys } from "./keys/desk-keys.ts";
import { useDesk } from "./queue/desk.ts";
import { DeskTools } from "./DeskTools.tsx";
import { useKeyCap } from "./keys/key-settings.ts";
import { focusText } from "./focus-text.ts";
import { openGuideline } from "./view.ts";

const QUEUES: { queue: QueueName; count: keyof QueueCounts }[] = [
  { queue: "unlabelled", count: "unlabelled" },
  { queue: "unreviewed", count: "unreviewed" },
  { queue: "flagged", count: "flagged" },
  { queue: "skipped", count: "skipped" },
  { queue: "all", count: "total" },
];
/** Shown only while there is something in them. */
const OCCASIONAL: typeof QUEUES = [
  { queue: "asked", count: "asked" },
  { queue: "disputed", count: "disputed" },
  { queue: "again", count: "again" },
];

/** Which examples are being worked on, and how much of it is done. */
export function DeskHeader(props: { labels: Label[] }) {
  const assignment = useDesk((state) => state.assignment);
  const queue = useDesk((state) => state.queue);
  const counts = useDesk((state) => state.counts);
  const filter = assignment?.filter ?? {};
  // The counts are of the whole project: beside a narrowed queue they would mislead.
  const narrowed = Object.keys(filter).length > 0;
  const reviewing = queue === "unreviewed";
  const total = reviewing ? counts?.labelled : counts?.total;
  const done = reviewing ? (counts?.labelled ?? 0) - (counts?.unreviewed ?? 0) : counts?.labelled;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <fieldset
          aria-label={t("annotations.queue.label")}
          className="flex min-w-0 flex-wrap rounded-md border border-line bg-sunken p-0.5"
        >
          {[
            ...QUEUES,
            ...OCCASIONAL.filter(
              (entry) => entry.queue === queue || (counts?.[entry.count] ?? 0) > 0,
            ),
          ].map((entry) => (
            <button
              key={entry.queue}
              type="button"
              aria-pressed={entry.queue === queue}
              onClick={() => {
                goTo({ step: "label", queue: entry.queue, filter });
                focusText();
              }}
              className={clsx(
                "flex h-7 items-center gap-1.5 rounded px-2.5 text-sm whitespace-nowrap",
                entry.queue === queue
                  ? "bg-surface font-semibold shadow-sm"
                  : "text-muted hover:text-ink",
              )}
            >
              {t(`annotations.queue.${entry.queue}`)}
              <span className="text-xs font-normal text-muted tabular-nums">
                {counts && !narrowed ? formatNumber(counts[entry.count]) : ""}
              </span>
            </button>
          ))}
        </fieldset>
        <FilterChip filter={filter} labels={props.labels} queue={queue} />
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <DeskTools />
        </div>
      </div>
      <ProgressBar label={t("annotations.progress.bar")} done={done ?? 0} total={total || 1} />
    </div>
  );
}

/** What the examples are narrowed to, with a cross that widens them again. */
function FilterChip(props: { filter: ExampleFilter; labels: Label[]; queue: QueueName }) {
  const { filter } = props;
  const checks = useQuery({
    ...orpc.checks.latest.queryOptions(),
    enabled: filter.findingId !== undefined,
  });
  if (Object.keys(filter).length === 0) return null;
  const finding = checks.data?.findings.find((entry) => entry.findingId === filter.findingId);
  const label = props.labels.find((entry) => entry.labelId === filter.labelId);
  const text = filter.findingId
    ? t("annotations.filter.finding", {
        finding: finding
          ? t(`checks.finding.${finding.code}.title`, {
              examples: finding.examples,
              ...finding.params,
            })
          : "",
      })
    : label
      ? t("annotations.filter.label", { label: label.name })
      : filter.text
        ? t("annotations.filter.text", { text: filter.text })
        : t("annotations.filter.other");
  return (
    <span className="inline-flex h-8 max-w-md items-center gap-1 rounded-md bg-accent-soft pr-1 pl-2.5 text-sm text-accent">
      <span className="truncate" title={text}>
        {text}
      </span>
      <button
        type="button"
        aria-label={t("annotations.filter.remove")}
        onClick={() => goTo({ step: "label", queue: props.queue })}
        className="flex size-6 items-center justify-center rounded hover:bg-hover"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

export function GuidelineToggle(props: { open: boolean; definition: Definition }) {
  const { taskType, labels } = props.definition;
  const cap = useKeyCap("guideline", takenKeys(taskType, labels));
  return (
    <Button
      aria-pressed={props.open}
      className={props.open ? "border-accent! bg-accent-soft!" : undefined}
      onClick={() => openGuideline(!props.open)}
    >
      <BookOpen aria-hidden className="size-4" />
      {t("annotations.guideline")}
      <span aria-hidden>
        <Key>{cap}</Key>
      </span>
    </Button>
  );
}
