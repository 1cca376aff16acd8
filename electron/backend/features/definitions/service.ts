import { AppError } from "#shared/errors/app-error.ts";
import type { Definition } from "#shared/features/definitions/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import type { AnnotationService } from "../annotations/service.ts";
import { createLabelService } from "./label-service.ts";
import { definitionQueries } from "./queries.ts";

/** What the task is: its type, its labels, its guideline and its system prompt. */
export function createDefinitionService(db: Db, annotations: AnnotationService) {
  const queries = definitionQueries(db);
  const labels = createLabelService(db, annotations, () => queries.project().taskType);

  function get(): Definition {
    return {
      ...queries.project(),
      labels: labels.list(),
      guideline: queries.guideline() ?? { body: "", version: 0, savedAtMs: null },
    };
  }

  /** Every act answers with the definition as it is then. */
  const thenGet =
    <Input extends unknown[]>(act: (...input: Input) => void) =>
    (...input: Input): Definition => {
      act(...input);
      return get();
    };

  return {
    get,

    setTaskType: thenGet((taskType: TaskType) => {
      const examples = annotations.countInForce();
      if (taskType !== queries.project().taskType && examples > 0)
        throw new AppError("taskTypeInUse", { examples });
      queries.setTaskType(taskType);
    }),

    saveGuideline: thenGet((body: string) => {
      if (body !== (queries.guideline()?.body ?? "")) queries.saveGuideline(body, Date.now());
    }),

    saveSystemPrompt: thenGet(queries.setSystemPrompt),
    addLabel: thenGet(labels.add),
    updateLabel: thenGet(labels.update),
    moveLabel: thenGet(labels.move),
    removeLabel: thenGet(labels.remove),
  };
}
export type DefinitionService = ReturnType<typeof createDefinitionService>;
