import { z } from "zod";

const Message = z.union([
  z.object({ role: z.string(), content: z.string() }),
  // The shape of the ShareGPT collections.
  z
    .object({ from: z.string(), value: z.string() })
    .transform(({ from, value }) => ({ role: from, content: value })),
]);
const Messages = z.array(Message).min(1);

const ASKING = new Set(["user", "human"]);
const ANSWERING = new Set(["assistant", "gpt", "model"]);

export interface Exchange {
  input: string;
  response: string;
}

/** The last question of a conversation and the answer that follows it; null for any other JSON. */
export function findLastExchange(json: string): Exchange | null {
  if (!json.startsWith("[")) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  const messages = Messages.safeParse(parsed);
  if (!messages.success) return null;
  const asked = messages.data.findLastIndex(({ role }) => ASKING.has(role));
  if (asked === -1) return null;
  const answer = messages.data.slice(asked + 1).findLast(({ role }) => ANSWERING.has(role));
  return { input: messages.data[asked]?.content ?? "", response: answer?.content ?? "" };
}
