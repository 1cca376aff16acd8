import { clsx } from "clsx";
import { ChevronDown, Flag, History, X } from "lucide-react";
import { useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { Badge, Button, ScrollRegion } from "../../ui/index.ts";
import { AnswerLine } from "./AnswerSummary.tsx";
import { decide, useIsDraft } from "./queue/decisions.ts";
import { ExampleDetails } from "./ExampleDetails.tsx";
import { HistoryDialog } from "./HistoryDialog.tsx";
import { READING_TEXT } from "./reading/reading.ts";
import { useReadingPlace } from "./reading/reading-place.ts";

/** Texts above this many characters are read, not glanced at: set smaller. */
const LONG_TEXT = 400;

interface ExampleViewProps {
  example: Example;
  visit: number;
  labels: Label[];
  taskType: TaskType;
  /** What needs the room: the text itself, or what is beneath it; null where that shows the text too. */
  room: "text" | "response" | "labels" | null;
}

/** The text to decide on, what is known about it, and where it came from. */
export function ExampleView({ example, visit, labels, taskType, room }: ExampleViewProps) {
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [historyOpen, setHistoryOpen] = useState(false);
  const { exampleId } = example;
  return (
    <>
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1 whitespace-nowrap">
        <h2 className="sr-only">{t("annotations.example")}</h2>
        <StatusBadge example={example} />
        <DraftBadge example={example} taskType={taskType} />
        <PresentAnswer example={example} labels={labels} taskType={taskType} />
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
      {room ? <ExampleText key={`${exampleId} ${visit}`} example={example} room={room} /> : null}
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

function DraftBadge({ example, taskType }: Pick<ExampleViewProps, "example" | "taskType">) {
  const isDraft = useIsDraft(example, taskType);
  return isDraft ? <Badge tone="warning">{t("annotations.draft")}</Badge> : null;
}

/** The answer in force in words, where what is chosen below may be out of sight or is something else by now. */
function PresentAnswer(props: Pick<ExampleViewProps, "example" | "labels" | "taskType">) {
  const { example, labels, taskType } = props;
  const isDraft = useIsDraft(example, taskType);
  const { answer } = example;
  if (!answer) return null;
  return (
    <span className="flex min-w-0 items-center">
      {taskType === "classify" || isDraft ? (
        <AnswerLine value={answer} labels={labels} input={example.input} />
      ) : null}
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
  const place = useReadingPlace(exampleId);
  return (
    <ScrollRegion
      {...place}
      aria-label={t("annotations.text")}
      dir="auto"
      className={clsx(
        "min-h-24 overflow-auto px-4 py-4 -outline-offset-2!",
        props.room === "text" && "flex-1",
        props.room === "response" && "max-h-[38%] shrink-0",
        props.room === "labels" && "max-h-[45%] shrink-0",
      )}
    >
      <p
        className={clsx(
          `${READING_TEXT} max-w-(--reading-width) break-words whitespace-pre-wrap`,
          input.length > LONG_TEXT ? "[--reading-size:0.9375rem]" : "[--reading-size:1.125rem]",
        )}
      >
        {/* Empty lines around a text are kept in the file, and only out of the way here. */}
        {input.trim()}
      </p>
    </ScrollRegion>
  );
}
