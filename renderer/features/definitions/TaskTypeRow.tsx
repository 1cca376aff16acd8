import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, Notice, Term } from "../../ui/index.ts";
import { TaskTypeChoice } from "../projects/index.ts";
import { useDefinitionChanges } from "./use-definition.ts";

/** What the model learns, and the way to change it while no answer exists. */
export function TaskTypeRow(props: { taskType: TaskType }) {
  const [changing, setChanging] = useState(false);
  return (
    <div className="flex items-center gap-3">
      <p>
        <span className="text-muted">{t("definitions.task.title")}: </span>
        <Term term={t(`projects.taskType.${props.taskType}.term`)}>
          {t(`projects.taskType.${props.taskType}.name`)}
        </Term>
      </p>
      <Button size="small" onClick={() => setChanging(true)}>
        {t("definitions.task.change")}
      </Button>
      {changing ? (
        <ChangeTaskType taskType={props.taskType} onClose={() => setChanging(false)} />
      ) : null}
    </div>
  );
}

function ChangeTaskType(props: { taskType: TaskType; onClose: () => void }) {
  const [wanted, setWanted] = useState(props.taskType);
  const { setTaskType } = useDefinitionChanges();
  const answers = useAnswerCount();
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      width="wide"
      title={t("definitions.task.change.title")}
      description={t("definitions.task.change.text")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("common.cancel")}</Button>
          <Button
            look="primary"
            disabled={wanted === props.taskType || answers !== 0 || setTaskType.isPending}
            onClick={() => setTaskType.mutate({ taskType: wanted }, { onSuccess: props.onClose })}
          >
            {t("definitions.task.change.do")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-3">
        {answers ? <InUse answers={answers} /> : null}
        <TaskTypeChoice
          legend={t("definitions.task.change.legend")}
          value={wanted}
          onChange={setWanted}
        />
        {setTaskType.isError ? <ErrorNotice error={setTaskType.error} /> : null}
      </div>
    </Dialog>
  );
}

/** Undefined until it is known. */
const useAnswerCount = (): number | undefined =>
  useQuery(orpc.annotations.queue.queryOptions({ input: { queue: "all", limit: 1 } })).data?.counts
    .labelled;

function InUse(props: { answers: number }) {
  return (
    <Notice tone="warning" title={t("errors.taskTypeInUse.what", { examples: props.answers })}>
      {t("errors.taskTypeInUse.next")}
    </Notice>
  );
}
