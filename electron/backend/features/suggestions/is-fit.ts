import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { validateAnswer } from "#shared/features/annotations/validate-answer.ts";
import type { AskedRow, TaskNow } from "./queries.ts";

/** Whether the task, as it is now, can carry what is proposed: a label may have gone since, or never been there. */
export const isFit = (
  value: AnswerValue,
  { input, payload }: AskedRow,
  { taskType, labels }: TaskNow,
): boolean =>
  validateAnswer(value, {
    taskType,
    labelIds: new Set(labels.map(({ labelId }) => labelId)),
    input,
    payload,
  }) === null;
