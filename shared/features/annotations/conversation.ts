import type { ChatTurn } from "./answer-value.ts";

/** Whether the last thing said is an answer; an empty one is none. */
export function endsWithReply(turns: readonly ChatTurn[]): boolean {
  const last = turns.at(-1);
  return last?.role === "assistant" && last.content.trim() !== "";
}

/** A conversation as one text, for reading, searching and finding it again; one question alone stands as it is. */
export function renderTurns(turns: readonly ChatTurn[]): string {
  const [first] = turns;
  if (turns.length === 1 && first?.role === "user") return first.content;
  const said = turns.filter(({ content }) => content.trim() !== "");
  return said.map(({ role, content }) => `${role}: ${content}`).join("\n\n");
}
