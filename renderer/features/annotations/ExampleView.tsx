import { clsx } from "clsx";
import { ChevronDown, Flag, History, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { Badge, Button, LabelChip, ScrollRegion } from "../../ui/index.ts";
import { decide } from "./decisions.ts";
import { desk } from "./desk.ts";
import { ExampleDetails } from "./ExampleDetails.tsx";
import { HistoryDialog } from "./HistoryDialog.tsx";

/** Texts above this many characters are read, not glanced at: set smaller. */
const LONG_TEXT = 400;

interface ExampleViewProps {
  example: Example;
  visit: number;
  labels: Label[];
  /** What needs the room: the text itself, or the response or the many labels beneath it. */
  room: "text" | "response" | "labels";
}

/** The text to decide on, what is known about it, and where it came from. */
export function ExampleView({ example, visit, labels, room }: ExampleViewProps) {
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [historyOpen, setHistoryOpen] = useState(false);
  const { exampleId } = example;
  return (
    <>
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1 whitespace-nowrap">
        <h2 className="sr-only">{t("annotations.example")}</h2>
        <StatusBadge example={example} />
        <PresentAnswer example={example} labels={labels} />
        {example.flagged ? (
          <Badge tone="warning">
            <Flag aria-hidden className="size-3" />
            {t("annotations.flagged")}
          </Badge>
        ) : null}
        <span className="min-w-0 flex-1" />
        <Button look="quiet" size="small" onClick={() => setHistoryOpen(true)}>
          <History aria-hidden className="size-3.5" />
          {t("annotations.history")}
        </Button>
        <Button
          look="quiet"
          size="small"
          aria-expanded={detailsOpen}
          onClick={() => setDetailsOpen(!detailsOpen)}
        >
          {t("annotations.details")}
          <ChevronDown aria-hidden className={clsx("size-3.5", detailsOpen && "rotate-180")} />
        </Button>
      </div>
      {detailsOpen ? <ExampleDetails example={example} /> : null}
      <ExampleText key={`${exampleId} ${visit}`} example={example} room={room} />
      {historyOpen ? (
        <HistoryDialog
          exampleId={exampleId}
          labels={labels}
          onClose={() => setHistoryOpen(false)}
        />
      ) : null}
    </>
  );
}

function StatusBadge({ example }: { example: Example }) {
  if (example.status === "skipped") return <Badge>{t("annotations.status.skipped")}</Badge>;
  if (!example.answeredBy) return <Badge>{t("annotations.status.unlabelled")}</Badge>;
  return (
    <Badge tone={example.answeredBy === "person" ? "accent" : "neutral"}>
      {t(`annotations.answeredBy.${example.answeredBy}`)}
    </Badge>
  );
}

/** The answer in force in words: among many labels the marked one may be out of sight. */
function PresentAnswer({ example, labels }: Pick<ExampleViewProps, "example" | "labels">) {
  const { answer } = example;
  if (!answer) return null;
  const label =
    answer.kind === "classify"
      ? labels.find((entry) => entry.labelId === answer.labelId)
      : undefined;
  return (
    <span className="flex min-w-0 items-center">
      {label ? <LabelChip name={label.name} colour={label.colour} /> : null}
      <button
        type="button"
        aria-label={t("annotations.clear")}
        title={t("annotations.clear")}
        onClick={() => void decide({ kind: "clear" })}
        className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-hover"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

function ExampleText(props: Pick<ExampleViewProps, "example" | "room">) {
  const { exampleId, input } = props.example;
  useEffect(() => desk.markShown(exampleId, performance.now()), [exampleId]);
  return (
    <ScrollRegion
      aria-label={t("annotations.text")}
      aria-live="polite"
      dir="auto"
      className={clsx(
        "min-h-24 overflow-auto px-4 py-4",
        props.room === "text" && "flex-1",
        props.room === "response" && "max-h-[38%] shrink-0",
        props.room === "labels" && "max-h-[45%] shrink-0",
      )}
    >
      <p
        className={clsx(
          "max-w-[70ch] leading-relaxed break-words whitespace-pre-wrap",
          input.length > LONG_TEXT ? "text-[0.9375rem]" : "text-lg",
        )}
      >
        {/* Empty lines around a text are kept in the file, and only out of the way here. */}
        {input.trim()}
      </p>
    </ScrollRegion>
  );
}
