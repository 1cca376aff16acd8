import { ChatTurn } from "../annotations/answer-value.ts";
import { isMessage, isMessageList, readMessages } from "./shapes/messages.ts";

function parse(cell: string): unknown {
  if (!/^\s*[[{]/.test(cell)) return undefined;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return undefined;
  }
}

/** The turns of a cell that holds a conversation as JSON; null for any other, and for roles that nobody knows. */
export function readTurns(cell: string): ChatTurn[] | null {
  const parsed = parse(cell);
  const list = isMessage(parsed) ? [parsed] : parsed;
  if (!isMessageList(list)) return null;
  const turns: ChatTurn[] = [];
  for (const message of readMessages(list)) {
    const turn = ChatTurn.safeParse(message);
    if (!turn.success) return null;
    turns.push(turn.data);
  }
  return turns;
}
