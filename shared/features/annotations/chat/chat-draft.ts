import type { Example } from "../../examples/contract.ts";
import type { AnswerValue, ChatTurn } from "../answer-value.ts";

export type ChatRole = ChatTurn["role"];
export const CHAT_ROLES: readonly ChatRole[] = ["system", "user", "assistant", "tool"];

type ChatSource = Pick<Example, "input" | "payload">;

/** The conversation that came with the example; a plain text counts as what the user said. */
export function broughtTurns({ input, payload }: ChatSource): ChatTurn[] {
  if (payload?.kind === "chat") return payload.turns;
  return input.trim() === "" ? [] : [{ role: "user", content: input }];
}

/** What the work begins with: the answer there is, else the conversation, ready for the reply that it lacks. */
export function beginChat(
  source: ChatSource,
  value: Extract<AnswerValue, { kind: "chat" }> | null,
): ChatTurn[] {
  if (value) return value.turns;
  const turns = broughtTurns(source);
  return turns.at(-1)?.role === "assistant"
    ? turns
    : [...turns, { role: "assistant", content: "" }];
}

export const setContent = (turns: readonly ChatTurn[], at: number, content: string): ChatTurn[] =>
  change(turns, at, (turn) => ({ ...turn, content }));

/** Only what the assistant says can be learnt from, so another role loses its weight. */
export const setRole = (turns: readonly ChatTurn[], at: number, role: ChatRole): ChatTurn[] =>
  change(turns, at, ({ weight, ...turn }) => ({
    ...turn,
    role,
    ...(role === "assistant" && weight !== undefined ? { weight } : {}),
  }));

export const isLearnt = (turn: ChatTurn): boolean => turn.role === "assistant" && turn.weight !== 0;

/** Whether a reply is learnt from; the words of others never are. */
export const toggleWeight = (turns: readonly ChatTurn[], at: number): ChatTurn[] =>
  change(turns, at, (turn) => {
    if (turn.role !== "assistant") return turn;
    const { weight, ...rest } = turn;
    return weight === 0 ? rest : { ...rest, weight: 0 };
  });

/** An empty turn behind another, by the one whose turn it would be. */
export function addBelow(turns: readonly ChatTurn[], at: number): ChatTurn[] {
  const role = turns[at]?.role === "user" || turns[at]?.role === "tool" ? "assistant" : "user";
  return turns.toSpliced(at + 1, 0, { role, content: "" });
}

export const removeTurn = (turns: readonly ChatTurn[], at: number): ChatTurn[] =>
  turns.toSpliced(at, 1);

/** The turn one place up or down; the same list where there is no such place. */
export function moveTurn(turns: readonly ChatTurn[], at: number, by: 1 | -1): ChatTurn[] {
  const turn = turns[at];
  const other = turns[at + by];
  if (!turn || !other) return [...turns];
  return turns.with(at, other).with(at + by, turn);
}

/** The role after this one, round and round. */
export const nextRole = (role: ChatRole): ChatRole =>
  CHAT_ROLES[(CHAT_ROLES.indexOf(role) + 1) % CHAT_ROLES.length] ?? "user";

function change(
  turns: readonly ChatTurn[],
  at: number,
  act: (turn: ChatTurn) => ChatTurn,
): ChatTurn[] {
  return turns.map((turn, index) => (index === at ? act(turn) : turn));
}
