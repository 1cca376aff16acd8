import type { TaskType } from "../projects/task-type.ts";
import {
  type AnswerValue,
  type ChatTurn,
  countResponses,
  type ExamplePayload,
} from "./answer-value.ts";
import { type ChatProblem, chatProblem } from "./chat/chat-problem.ts";

/** Why an answer was refused; each has its words in `errors.answerDoesNotFit.what`. */
export type AnswerProblem =
  | "otherTask"
  | "unknownLabel"
  | "labelTwice"
  | "emptyResponse"
  | "noAssistantTurn"
  | "emptyTurn"
  | "systemTurnMisplaced"
  | "spanOutside"
  | "spanTwice"
  | "noSuchResponse"
  | "preferenceUnclear";

/** What an answer is judged against. */
export interface AnswerContext {
  taskType: TaskType;
  /** Public ids of the labels in use. */
  labelIds: ReadonlySet<string>;
  /** The text that spans point into. */
  input: string;
  /** What is offered beside the text. */
  payload: ExamplePayload | null;
}

/** Null for an answer that the task can carry. */
export function validateAnswer(value: AnswerValue, context: AnswerContext): AnswerProblem | null {
  if (value.kind !== context.taskType) return "otherTask";
  switch (value.kind) {
    case "classify":
      return context.labelIds.has(value.labelId) ? null : "unknownLabel";
    case "tag":
      return validateTags(value.labelIds, context);
    case "write":
      return value.response.trim() === "" ? "emptyResponse" : null;
    case "chat":
      return validateTurns(value.turns);
    case "extract":
      return validateSpans(value.spans, context);
    case "rank":
      return validateRank(value, context);
  }
}

function validateTags(labelIds: string[], context: AnswerContext): AnswerProblem | null {
  if (labelIds.some((labelId) => !context.labelIds.has(labelId))) return "unknownLabel";
  return new Set(labelIds).size === labelIds.length ? null : "labelTwice";
}

const CHAT_PROBLEMS: Record<ChatProblem["what"], AnswerProblem> = {
  noTurns: "noAssistantTurn",
  endsElsewhere: "noAssistantTurn",
  noReply: "noAssistantTurn",
  emptyTurn: "emptyTurn",
  twoSystemTurns: "systemTurnMisplaced",
  systemNotFirst: "systemTurnMisplaced",
};

/** A conversation teaches something only when it ends with what the assistant should say. */
function validateTurns(turns: ChatTurn[]): AnswerProblem | null {
  const problem = chatProblem(turns);
  return problem && CHAT_PROBLEMS[problem.what];
}

type Span = Extract<AnswerValue, { kind: "extract" }>["spans"][number];

function validateSpans(spans: Span[], context: AnswerContext): AnswerProblem | null {
  const length = Array.from(context.input).length;
  const seen = new Set<string>();
  for (const { start, end, labelId } of spans) {
    if (!context.labelIds.has(labelId)) return "unknownLabel";
    if (start >= end || end > length) return "spanOutside";
    seen.add(`${start} ${end} ${labelId}`);
  }
  return seen.size === spans.length ? null : "spanTwice";
}

function validateRank(
  value: Extract<AnswerValue, { kind: "rank" }>,
  context: AnswerContext,
): AnswerProblem | null {
  if ((value.outcome === "preferred") !== (value.preferred !== null)) return "preferenceUnclear";
  if (value.preferred !== null && value.preferred >= countResponses(context.payload))
    return "noSuchResponse";
  return null;
}
