import type { ChatTurn } from "../annotations/answer-value.ts";
import { renderTurns } from "../annotations/conversation.ts";
import type { DatasetVersion } from "./contract.ts";
import type { FrozenAnswer, FrozenExample } from "./frozen-example.ts";

export interface ChatMessage {
  role: ChatTurn["role"];
  content: string;
  /** 0 leaves an assistant turn out of the training loss; left out where nobody said so. */
  weight?: 0 | 1;
}

type Prompting = Pick<DatasetVersion, "systemPrompt" | "labels" | "taskType">;
type Asked = Pick<FrozenExample, "input"> & Partial<Pick<FrozenExample, "payload" | "answer">>;

/** What a model answers where no label applies: an empty answer is one that services refuse. */
export const NO_TAGS = "none";

/** Labels as a model writes them. */
export const tagText = (labels: readonly string[]): string =>
  labels.length === 0 ? NO_TAGS : labels.join(", ");

/** The answer as the model is taught to write it; null for answers that plain text cannot carry. */
export function answerText(answer: FrozenAnswer): string | null {
  if (answer.kind === "classify") return answer.label;
  if (answer.kind === "tag") return tagText(answer.labels);
  if (answer.kind === "write") return answer.response;
  if (answer.kind === "chat") return answer.turns.at(-1)?.content ?? "";
  return null;
}

/**
 * What a language model is told before each example: the project's own system prompt and, where the
 * answer is a label, the closed list of labels. Training, comparing and hand-offs share it word for word.
 */
export function systemMessage(version: Prompting) {
  const prompt = version.systemPrompt.trim();
  if (version.taskType !== "classify" && version.taskType !== "tag") return prompt;
  const names = version.labels.map((label) => label.name).join(", ");
  const rule =
    version.taskType === "classify"
      ? `Answer with exactly one of these labels and nothing else: ${names}`
      : `Answer with the labels that apply, separated by commas, and nothing else; answer "${NO_TAGS}" if none applies. Labels: ${names}`;
  return prompt === "" ? rule : `${prompt}\n\n${rule}`;
}

/** The turns that an example asks to go on from: all of a conversation but the reply that answers it. */
function askedTurns({ input, payload, answer }: Asked): readonly ChatTurn[] {
  if (answer?.kind === "chat")
    return answer.turns.at(-1)?.role === "assistant" ? answer.turns.slice(0, -1) : answer.turns;
  return payload?.turns ?? [{ role: "user", content: input }];
}

/** What an example asks, as one text. */
export const askedText = (example: Asked): string =>
  example.answer?.kind === "chat" ? renderTurns(askedTurns(example)) : example.input;

/** The messages that ask for an answer. A conversation's own system turn takes the place of the project's. */
export function questionMessages(version: Prompting, example: Asked): ChatMessage[] {
  const turns = askedTurns(example).map(toMessage);
  const system = systemMessage(version);
  if (system === "" || turns[0]?.role === "system") return turns;
  return [{ role: "system", content: system }, ...turns];
}

/** Only what the assistant says is learned, so only there a weight means anything. */
const toMessage = ({ role, content, weight }: ChatTurn): ChatMessage =>
  role === "assistant" && weight !== undefined ? { role, content, weight } : { role, content };

/** Why no chat file can carry an example. */
export type NoMessages = "notText" | "toolTurns" | "nothingToLearn";

/** The messages that teach an answer: those that ask, and the reply. */
export function trainingMessages(
  version: Prompting,
  example: FrozenExample,
): ChatMessage[] | NoMessages {
  const { answer } = example;
  const content = answerText(answer);
  if (content === null) return "notText";
  const last = answer.kind === "chat" ? answer.turns.at(-1) : undefined;
  const reply = toMessage(last ?? { role: "assistant", content });
  const messages = [...questionMessages(version, example), reply];
  // Services ask which call a tool's answer belongs to, and files seldom say.
  if (messages.some(({ role }) => role === "tool")) return "toolTurns";
  const teaches = messages.some(({ role, weight }) => role === "assistant" && weight !== 0);
  return teaches ? messages : "nothingToLearn";
}
