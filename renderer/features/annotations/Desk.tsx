import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { useConnection } from "../../client/connection.ts";
import { t } from "../../client/text.ts";
import { Button, ErrorNotice, Notice, WriteScope } from "../../ui/index.ts";
import { decide } from "./decisions.ts";
import { desk, useCurrentExample, useDesk } from "./desk.ts";
import { DeskActions } from "./DeskActions.tsx";
import { DoneState } from "./DoneState.tsx";
import { ExampleView } from "./ExampleView.tsx";
import { GuidelinePanel } from "./GuidelinePanel.tsx";
import { hasFewLabels, LabelBoard } from "./LabelBoard.tsx";
import { WriteEditor } from "./WriteEditor.tsx";

/** The example, the ways to answer it, and the guideline beside. */
export function Desk(props: { definition: Definition; guidelineOpen: boolean }) {
  const { taskType, labels, guideline } = props.definition;
  const example = useCurrentExample();
  const visit = useDesk((state) => state.visit);
  const counts = useDesk((state) => state.counts);
  const ended = useDesk((state) => state.exhausted && state.index >= state.items.length);
  return (
    <div className="flex min-h-[26rem] flex-1 gap-4 max-lg:flex-col">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 max-lg:min-h-[22rem]">
        <SaveFailure />
        {example ? (
          <section
            aria-label={t("annotations.example")}
            className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-surface"
          >
            <ExampleView
              example={example}
              visit={visit}
              labels={labels}
              room={taskType === "write" ? "response" : hasFewLabels(labels) ? "text" : "labels"}
            />
            {taskType === "write" ? (
              <WriteScope>
                <WriteEditor key={`${example.exampleId} ${visit}`} example={example} />
              </WriteScope>
            ) : (
              <WriteScope>
                <LabelBoard example={example} labels={labels} />
              </WriteScope>
            )}
            <DeskActions example={example} labels={labels} taskType={taskType} />
          </section>
        ) : ended && counts ? (
          <DoneState counts={counts} />
        ) : null}
      </div>
      {props.guidelineOpen ? <GuidelinePanel guideline={guideline} /> : null}
    </div>
  );
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
  const retry = () => (chosen ? void decide(chosen) : assignment && void desk.open(assignment));
  return (
    <div className="flex items-start gap-3">
      <div className="flex-1">
        <ErrorNotice error={failure.error} />
      </div>
      <Button onClick={retry}>{t("annotations.tryAgain")}</Button>
    </div>
  );
}
