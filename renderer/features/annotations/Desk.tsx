import { useEffect, useRef } from "react";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { useConnection } from "../../client/connection.ts";
import { t } from "../../client/text.ts";
import { Button, ErrorNotice, Notice, WriteScope } from "../../ui/index.ts";
import { ChangedMindNote } from "../revisits/index.ts";
import { RuleNotice } from "../rules/index.ts";
import { AnswerArea } from "./AnswerArea.tsx";
import { decide, findValue, saveNow } from "./queue/decisions.ts";
import { Announcer } from "./Announcer.tsx";
import { desk, useCurrentExample, useDesk } from "./queue/desk.ts";
import { DeskActions } from "./DeskActions.tsx";
import { DeskNotices } from "./DeskNotices.tsx";
import { DoneState } from "./DoneState.tsx";
import { ExampleView } from "./ExampleView.tsx";
import { GuidelinePanel } from "./GuidelinePanel.tsx";
import { hasFewLabels } from "./labels/LabelBoard.tsx";
import { readingStyle, useReading } from "./reading/reading.ts";

/** The example, the ways to answer it, and the guideline beside. */
export function Desk(props: { definition: Definition; guidelineOpen: boolean }) {
  const { labels } = props.definition;
  const reading = useReading();
  const example = useCurrentExample();
  const visit = useDesk((state) => state.visit);
  const counts = useDesk((state) => state.counts);
  const isAgain = useDesk((state) => state.queue === "again");
  const ended = useDesk((state) => state.exhausted && state.index >= state.items.length);
  return (
    <div className="flex min-h-[26rem] flex-1 gap-4 max-lg:flex-col" style={readingStyle(reading)}>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 max-lg:min-h-[22rem]">
        <Announcer example={example} labels={props.definition.labels} />
        <SaveFailure />
        {example && isAgain ? <RuleNotice exampleId={example.exampleId} /> : null}
        {example ? (
          <ExampleOnDesk
            example={example}
            visit={visit}
            definition={props.definition}
            guidelineOpen={props.guidelineOpen}
          />
        ) : ended && counts ? (
          <DoneState counts={counts} />
        ) : null}
        {/* Below, so that the text that is being read stays where it is. */}
        <ChangedMindNote labels={labels} />
      </div>
      {props.guidelineOpen ? <GuidelinePanel definition={props.definition} /> : null}
    </div>
  );
}

interface ExampleOnDeskProps {
  example: Example;
  visit: number;
  definition: Definition;
  guidelineOpen: boolean;
}

function ExampleOnDesk({ example, visit, definition, guidelineOpen }: ExampleOnDeskProps) {
  const { taskType, labels } = definition;
  const { exampleId } = example;
  const ref = useFocusFromElsewhere();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t("annotations.example")}
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-surface outline-none!"
    >
      <Shown key={`${exampleId} ${visit}`} exampleId={exampleId} />
      <ExampleView
        example={example}
        visit={visit}
        labels={labels}
        taskType={taskType}
        room={roomFor(definition)}
      />
      <DeskNotices example={example} />
      <WriteScope>
        <AnswerArea example={example} visit={visit} definition={definition} />
      </WriteScope>
      <DeskActions
        example={example}
        labels={labels}
        taskType={taskType}
        guidelineOpen={guidelineOpen}
      />
    </section>
  );
}

/** Whoever comes from elsewhere goes on here: Enter on the way in would only open this screen again. */
function useFocusFromElsewhere() {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!document.activeElement?.closest("main, [role=dialog]"))
      ref.current?.focus({ preventScroll: true });
  }, []);
  return ref;
}

/** Tells once with every visit that the example is on the screen: a key decides only on what can be seen. */
function Shown({ exampleId }: { exampleId: string }) {
  useEffect(() => desk.markShown(exampleId, performance.now()), [exampleId]);
  return null;
}

/** What needs the room on the desk: the text of the example, or what is beneath it. */
function roomFor({ taskType, labels }: Definition): "text" | "response" | "labels" | null {
  // These show the text themselves, with what is marked or changed in it.
  if (taskType === "extract" || taskType === "chat") return null;
  if (taskType === "write" || taskType === "rank") return "response";
  return hasFewLabels(labels) ? "text" : "labels";
}

/** A decision that could not be saved stays chosen; nothing moves on until it is. */
function SaveFailure() {
  const failure = useDesk((state) => state.failure);
  const chosen = useDesk((state) => state.chosen);
  const assignment = useDesk((state) => state.assignment);
  const lost = useConnection((state) => state.lost);
  if (!failure) return null;
  // The banner says what happened; here only what becomes of the answer.
  if (lost) return chosen ? <Notice role="status">{t("annotations.waiting")}</Notice> : null;
  function retry() {
    const { current } = desk;
    // What was changed since is what is meant now.
    if (current && chosen?.kind === "answer" && findValue(current, chosen.value.kind))
      void saveNow();
    else if (chosen) void decide(chosen);
    else if (assignment) void desk.open(assignment);
  }
  return (
    <div className="flex items-start gap-3">
      <div className="flex-1">
        <ErrorNotice error={failure.error} />
      </div>
      <Button onClick={retry}>{t("annotations.tryAgain")}</Button>
    </div>
  );
}
