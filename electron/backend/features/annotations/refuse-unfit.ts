import { AppError } from "#shared/errors/app-error.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { validateAnswer } from "#shared/features/annotations/validate-answer.ts";
import type { Example } from "#shared/features/examples/contract.ts";
import type { AnnotationQueries } from "./queries.ts";

/** Throws `answerDoesNotFit` for an answer that the task, or the example, cannot carry. */
export function refuseUnfit(
  queries: Pick<AnnotationQueries, "project" | "labels">,
  value: AnswerValue,
  { input, payload }: Pick<Example, "input" | "payload">,
): void {
  const problem = validateAnswer(value, {
    taskType: queries.project().taskType,
    labelIds: new Set(queries.labels().map(({ labelId }) => labelId)),
    input,
    payload,
  });
  if (problem) throw new AppError("answerDoesNotFit", { detail: problem });
}
