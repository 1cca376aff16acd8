import { type KeyPress, meantCharacter } from "../keys/desk-keys.ts";

/** What a key press asks of the conversation. */
export type ChatCommand =
  | { kind: "walk"; by: 1 | -1 }
  | { kind: "first" | "last" | "changes" | "save" }
  | TurnCommand;

/** What a key asks of the current turn. */
export type TurnCommand =
  | { kind: "move"; by: 1 | -1 }
  | { kind: "edit" | "role" | "weight" | "add" | "remove" };

const LETTERS: Record<string, "role" | "weight" | "add" | "changes"> = {
  r: "role",
  w: "weight",
  a: "add",
  d: "changes",
};
const NAMED: Record<string, ChatCommand> = {
  Home: { kind: "first" },
  End: { kind: "last" },
  Delete: { kind: "remove" },
  Backspace: { kind: "remove" },
  Enter: { kind: "edit" },
};

/** The command of a key press outside the words of a turn, or null. */
export function chatCommandOf(press: KeyPress): ChatCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (press.isComposing) return null;
  const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[key];
  if (by && !ctrlKey && !metaKey && !shiftKey) return { kind: altKey ? "move" : "walk", by };
  if (press.repeat) return null;
  if (key === "Enter" && (ctrlKey || metaKey)) return { kind: "save" };
  if (ctrlKey || metaKey || altKey) return null;
  const named = NAMED[key];
  if (named) return named;
  const letter = shiftKey ? null : meantCharacter(press);
  const kind = letter === null ? undefined : LETTERS[letter];
  return kind ? { kind } : null;
}
