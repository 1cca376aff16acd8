import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { LABELLED_TASK_TYPES } from "../../../shared/features/projects/task-type.ts";
import { useConnection } from "../../client/connection.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { useLatestTravel } from "../../client/undo.ts";
import { goTo, useNavigation } from "../../navigation/navigation.ts";
import { Button, EmptyState, ErrorNotice, ScreenFrame } from "../../ui/index.ts";
import { MakeRuleDialog, useRules } from "../rules/index.ts";
import { SimilarDialog } from "../similar/index.ts";
import { Desk } from "./Desk.tsx";
import { DeskHeader, GuidelineToggle } from "./DeskHeader.tsx";
import { DeskProgress } from "./DeskProgress.tsx";
import { resumeDecision } from "./queue/decisions.ts";
import { desk } from "./queue/desk.ts";
import { LabelFinder } from "./labels/LabelFinder.tsx";
import { keptOrder, useKeptOrders } from "./queue/order.ts";
import { refreshDesk } from "./related.ts";
import { ReadingMenu } from "./reading/ReadingMenu.tsx";
import { useDeskKeys } from "./keys/use-desk-keys.ts";
import { useDeskView } from "./view.ts";

const NO_FILTER = {};

/** Puts on the desk what the address asks for, and brings back the example that an undo concerned. */
function useAssignment(): void {
  const project = useQuery(orpc.projects.current.queryOptions()).data;
  const {
    queue,
    filter = NO_FILTER,
    order: orderHere,
    subjectId: firstExampleId,
  } = useNavigation((state) => state.place);
  const projectId = project?.id;
  const kept = useKeptOrders((state) => (projectId ? keptOrder(projectId, state) : "file"));
  const order = orderHere ?? kept;
  useEffect(() => {
    if (!projectId) return;
    const assignment = { projectId, queue, filter, order, firstExampleId };
    void desk.open(assignment);
    return useLatestTravel.subscribe(({ step }) => {
      if (step?.exampleId) void desk.show(step.exampleId);
      else void desk.open(assignment);
    });
  }, [projectId, queue, filter, order, firstExampleId]);
}

/** Finishes, after a lost connection, the decision that was under way. */
const useResumedDecision = (): void =>
  useEffect(
    () =>
      useConnection.subscribe(({ epoch }, before) => {
        if (epoch !== before.epoch) void resumeDecision();
      }),
    [],
  );

/** One example at a time, its guideline beside it; every decision is one key. */
export function LabelScreen() {
  const definition = useQuery(orpc.definitions.get.queryOptions());
  const chosen = useDeskView((state) => state.guidelineOpen);
  const hasRules = useRules().length > 0;
  const guidelineOpen = chosen ?? (hasRules || Boolean(definition.data?.guideline.body.trim()));
  useAssignment();
  useResumedDecision();
  useDeskKeys(definition.data, guidelineOpen);
  if (!definition.data) return definition.isError ? <ErrorNotice error={definition.error} /> : null;
  const blocked = reasonNotToLabel(definition.data);
  return (
    <ScreenFrame
      fill
      wide
      title={t("common.step.label")}
      lead={blocked ? undefined : <DeskProgress />}
      actions={
        blocked ? undefined : (
          <>
            <ReadingMenu />
            <GuidelineToggle open={guidelineOpen} definition={definition.data} />
          </>
        )
      }
    >
      {blocked ?? (
        <>
          <DeskHeader labels={definition.data.labels} />
          <Desk definition={definition.data} guidelineOpen={guidelineOpen} />
          <LabelFinder labels={definition.data.labels} taskType={definition.data.taskType} />
          <SimilarDialog labels={definition.data.labels} onApplied={refreshDesk} />
          <MakeRuleDialog labels={definition.data.labels} />
        </>
      )}
    </ScreenFrame>
  );
}

function reasonNotToLabel({ taskType, labels }: Definition) {
  if (!LABELLED_TASK_TYPES.includes(taskType) || labels.length > 0) return null;
  return (
    <EmptyState
      title={t("annotations.noLabels.title")}
      text={t("annotations.noLabels.text")}
      action={
        <Button look="primary" onClick={() => goTo({ step: "define" })}>
          {t("annotations.noLabels.action")}
        </Button>
      }
    />
  );
}
