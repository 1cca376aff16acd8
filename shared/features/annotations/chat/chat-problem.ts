import type { ChatTurn } from "../answer-value.ts";

/** Why a conversation cannot be saved yet, and the turn to look at; each has its words in the catalogue. */
export interface ChatProblem {
  what: "noTurns" | "emptyTurn" | "twoSystemTurns" | "systemNotFirst" | "endsElsewhere" | "noReply";
  at: number | null;
}

/** Null for a conversation that a model can learn a reply from. */
export function chatProblem(turns: readonly ChatTurn[]): ChatProblem | null {
  const last = turns.length - 1;
  if (last < 0) return { what: "noTurns", at: null };
  const isBlank = (turn: ChatTurn) => turn.content.trim() === "";
  const systems = turns.flatMap((turn, at) => (turn.role === "system" ? at : []));
  if (systems[1] !== undefined) return { what: "twoSystemTurns", at: systems[1] };
  if (systems[0] !== undefined && systems[0] > 0) return { what: "systemNotFirst", at: systems[0] };
  if (turns[last]?.role !== "assistant") return { what: "endsElsewhere", at: last };
  const empty = turns.findIndex(isBlank);
  if (empty === last) return { what: "noReply", at: last };
  // An assistant's turn may be empty where it only called a tool.
  const missing = turns.findIndex(
    (turn, at) => isBlank(turn) && !(turn.role === "assistant" && turns[at + 1]?.role === "tool"),
  );
  return missing < 0 ? null : { what: "emptyTurn", at: missing };
}
