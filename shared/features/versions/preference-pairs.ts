import { type ChatMessage, questionMessages } from "./chat-messages.ts";
import type { DatasetVersion } from "./contract.ts";
import type { FrozenExample } from "./frozen-example.ts";

/** One question, the better and the worse answer to it. */
export interface PreferencePair {
  prompt: ChatMessage[];
  chosen: string;
  rejected: string;
}

/** Why no pair can be made of an example. */
export type NoPair =
  | "tie"
  | "bothBad"
  | "noOriginal"
  | "sameText"
  | "toolTurns"
  | "endsWithReply"
  | "notText";

/** The preferred response against each other one; for a rewritten text, what came of it against what it was. */
export function preferencePairs(
  version: Pick<DatasetVersion, "systemPrompt" | "labels" | "taskType">,
  example: FrozenExample,
): PreferencePair[] | NoPair {
  const texts = betterAndWorse(example);
  if (typeof texts === "string") return texts;
  // A weight belongs to supervised training and is refused elsewhere.
  const prompt = questionMessages(version, example).map(({ role, content }) => ({ role, content }));
  if (prompt.some(({ role }) => role === "tool")) return "toolTurns";
  if (prompt.at(-1)?.role === "assistant") return "endsWithReply";
  const { chosen, worse } = texts;
  const pairs = worse
    .filter((rejected) => rejected !== chosen)
    .map((rejected) => ({ prompt, chosen, rejected }));
  return pairs.length > 0 ? pairs : "sameText";
}

function betterAndWorse({ answer, payload }: FrozenExample) {
  if (answer.kind === "write")
    return answer.original === undefined
      ? "noOriginal"
      : { chosen: answer.response, worse: [answer.original] };
  if (answer.kind !== "rank" || payload?.kind !== "rank") return "notText";
  const { outcome, preferred } = answer;
  if (outcome !== "preferred") return outcome;
  const chosen = payload.responses[preferred ?? -1];
  if (chosen === undefined) return "notText";
  return { chosen, worse: payload.responses.filter((_, place) => place !== preferred) };
}

/** OpenAI's line for preference training: one question, exactly two answers, nothing else. */
export const openaiPreferenceRow = ({ prompt, chosen, rejected }: PreferencePair) => ({
  input: { messages: prompt },
  preferred_output: [{ role: "assistant", content: chosen }],
  non_preferred_output: [{ role: "assistant", content: rejected }],
});

/** TRL's line for preference training, the prompt spelt out. */
export const trlPreferenceRow = ({ prompt, chosen, rejected }: PreferencePair) => ({
  prompt,
  chosen: [{ role: "assistant", content: chosen }],
  rejected: [{ role: "assistant", content: rejected }],
});
