import { clsx } from "clsx";
import { useId } from "react";
import { COMPLETE_TASK_TYPES, TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";
import { Badge } from "../../ui/index.ts";

/** What the model can learn, as plain choices with an example each; the unfinished ones cannot be chosen. */
export function TaskTypeChoice(props: {
  legend: string;
  value: TaskType;
  onChange: (taskType: TaskType) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{props.legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {TaskType.options.map((taskType) => (
          <TaskTypeOption
            key={taskType}
            group={name}
            taskType={taskType}
            chosen={taskType === props.value}
            onChoose={() => props.onChange(taskType)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function TaskTypeOption(props: {
  group: string;
  taskType: TaskType;
  chosen: boolean;
  onChoose: () => void;
}) {
  const complete = COMPLETE_TASK_TYPES.includes(props.taskType);
  const id = useId();
  return (
    <div
      title={t(`projects.taskType.${props.taskType}.term`)}
      className={clsx(
        "relative flex items-start gap-2.5 rounded-md border px-3 py-2",
        props.chosen ? "border-accent bg-accent-soft" : "border-line",
        complete && "hover:border-line-strong",
      )}
    >
      <input
        id={id}
        type="radio"
        name={props.group}
        checked={props.chosen}
        disabled={!complete}
        aria-describedby={`${id}-example`}
        onChange={props.onChoose}
        className="relative z-10 mt-0.5 size-4 shrink-0 accent-(--accent)"
      />
      <div className="min-w-0">
        <div className="flex flex-wrap gap-x-2">
          {/* Its empty after-image covers the whole box, so that all of it can be clicked. */}
          <label
            htmlFor={id}
            className={clsx("font-medium after:absolute after:inset-0", !complete && "text-muted")}
          >
            {t(`projects.taskType.${props.taskType}.name`)}
          </label>
          {complete ? null : <Badge>{t("projects.comingLater")}</Badge>}
        </div>
        <p id={`${id}-example`} className="text-sm text-muted">
          {t(`projects.taskType.${props.taskType}.example`)}
        </p>
      </div>
    </div>
  );
}
