import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { Label } from "#shared/features/definitions/contract.ts";
import { createLabelMatcher } from "#shared/features/comparisons/match-label.ts";
import { NO_TAGS } from "#shared/features/versions/chat-messages.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";

/** Kinds of task whose answer a language model can say in plain text. */
export const ASKABLE: ReadonlySet<TaskType> = new Set(["classify", "tag", "write", "chat"]);

/** A conversation is asked about only where it is the assistant's turn. */
export const isAskable = (payload: ExamplePayload | null): boolean =>
  payload?.kind !== "chat" || payload.turns.at(-1)?.role === "user";

/** What a model's text means as an answer; null for whatever is more, or other, than was asked for. */
export function readAnswer(
  text: string,
  task: { taskType: TaskType; labels: readonly Pick<Label, "labelId" | "name">[] },
  payload: ExamplePayload | null,
): AnswerValue | null {
  const match = createLabelMatcher(task.labels.map(({ name }) => name));
  const idOf = (name: string | null) => task.labels.find((label) => label.name === name)?.labelId;
  switch (task.taskType) {
    case "classify": {
      const labelId = idOf(match(text));
      return labelId === undefined ? null : { kind: "classify", labelId };
    }
    case "tag": {
      if (text.trim().toLowerCase() === NO_TAGS && idOf(match(text)) === undefined)
        return { kind: "tag", labelIds: [] };
      const labelIds = text.split(/[,\n]/).map((part) => idOf(match(part)));
      const known = labelIds.filter((labelId) => labelId !== undefined);
      return known.length === labelIds.length
        ? { kind: "tag", labelIds: [...new Set(known)] }
        : null;
    }
    case "write":
      return text.trim() === "" ? null : { kind: "write", response: text.trim() };
    case "chat": {
      const turns = payload?.kind === "chat" ? payload.turns : [];
      if (turns.at(-1)?.role !== "user" || text.trim() === "") return null;
      return { kind: "chat", turns: [...turns, { role: "assistant", content: text.trim() }] };
    }
    case "extract":
    case "rank":
      return null;
  }
}
