import type { Label } from "../../../shared/features/definitions/contract.ts";
import { LABELLED_TASK_TYPES, type TaskType } from "../../../shared/features/projects/task-type.ts";

/** What a key press asks of the labelling desk. */
export type DeskCommand = { kind: "label"; labelId: string } | { kind: DeskAction };
export type DeskAction =
  | "accept"
  | "back"
  | "edit"
  | "find"
  | "flag"
  | "forward"
  | "guideline"
  | "skip"
  | "undo";

/** The parts of a keyboard event that decide. */
export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

export const ACTION_LETTERS = {
  back: "b",
  edit: "e",
  flag: "f",
  guideline: "g",
  skip: "s",
  undo: "u",
} as const satisfies Partial<Record<DeskAction, string>>;

const NAMED: Record<string, DeskAction> = {
  "/": "find",
  Enter: "accept",
  ArrowLeft: "back",
  ArrowRight: "forward",
};
const actionByLetter = new Map<string, DeskAction>(
  Object.entries(ACTION_LETTERS).map(([action, letter]) => [letter, action as DeskAction]),
);

/**
 * The letter or digit meant, whatever the layout: what the key writes (so Dvorak works), and where it
 * writes something outside a–z and 0–9 (Cyrillic letters, French digits) what is printed at that place.
 */
export function meantCharacter(press: KeyPress): string | null {
  const written = press.key.toLowerCase();
  if (/^[0-9a-z]$/.test(written)) return written;
  return /^(?:Digit|Key)([0-9A-Z])$/.exec(press.code)?.[1]?.toLowerCase() ?? null;
}

/**
 * The command of a key press, or null. A label's own key wins over the desk's letter, which then
 * answers to Shift and the letter.
 */
export function deskCommandOf(
  press: KeyPress,
  labelIdByKey: ReadonlyMap<string, string>,
): DeskCommand | null {
  if (press.repeat || press.isComposing || press.ctrlKey || press.metaKey || press.altKey)
    return null;
  const named = NAMED[press.key];
  if (named) return { kind: named };
  const character = meantCharacter(press);
  if (character === null) return null;
  const action = actionByLetter.get(character);
  const labelId = labelIdByKey.get(character);
  if (labelId !== undefined && !(press.shiftKey && action)) return { kind: "label", labelId };
  return action ? { kind: action } : null;
}

/** How the key of a desk action is shown. */
export function keyCapOf(action: keyof typeof ACTION_LETTERS, labelKeys: Iterable<string>): string {
  const letter = ACTION_LETTERS[action];
  return new Set(labelKeys).has(letter) ? `⇧${letter.toUpperCase()}` : letter.toUpperCase();
}

/** The keys that labels have on the desk. */
export const takenKeys = (taskType: TaskType, labels: readonly Label[]): string[] =>
  LABELLED_TASK_TYPES.includes(taskType) ? labels.flatMap((label) => label.key ?? []) : [];
