import type { DatasetVersion } from "./contract.ts";
import type { FrozenAnswer, FrozenExample } from "./frozen-example.ts";

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** The answer as the model is taught to write it; null for answers that plain text cannot carry. */
export function answerText(answer: FrozenAnswer): string | null {
  if (answer.kind === "classify") return answer.label;
  if (answer.kind === "tag") return answer.labels.join(", ");
  if (answer.kind === "write") return answer.response;
  return null;
}

/**
 * What a language model is told before each example: the project's own system prompt and, where the
 * answer is a label, the closed list of labels. Training, comparing and hand-offs share it word for word.
 */
export function systemMessage(
  version: Pick<DatasetVersion, "systemPrompt" | "labels" | "taskType">,
) {
  const prompt = version.systemPrompt.trim();
  if (version.taskType !== "classify" && version.taskType !== "tag") return prompt;
  const names = version.labels.map((label) => label.name).join(", ");
  const rule =
    version.taskType === "classify"
      ? `Answer with exactly one of these labels and nothing else: ${names}`
      : `Answer with the labels that apply, separated by commas, and nothing else. Labels: ${names}`;
  return prompt === "" ? rule : `${prompt}\n\n${rule}`;
}

/** The messages that ask for an answer: system (when there is one) and user. */
export function questionMessages(
  version: Pick<DatasetVersion, "systemPrompt" | "labels" | "taskType">,
  example: Pick<FrozenExample, "input">,
): ChatMessage[] {
  const system = systemMessage(version);
  const user: ChatMessage = { role: "user", content: example.input };
  return system === "" ? [user] : [{ role: "system", content: system }, user];
}
