import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import { beginChat } from "../../../../shared/features/annotations/chat/chat-draft.ts";
import type { Example } from "../../../../shared/features/examples/contract.ts";
import type { TaskType } from "../../../../shared/features/projects/task-type.ts";

/**
 * What saving means where nothing was changed yet: a text in which nothing is marked holds nothing to mark,
 * and a conversation is good as it came. Null where something has to be chosen or written first.
 */
export function startingAnswer(example: Example, taskType: TaskType): AnswerValue | null {
  if (taskType === "extract") return { kind: "extract", spans: [] };
  if (taskType === "chat") return { kind: "chat", turns: beginChat(example, null) };
  return null;
}
