import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { LABELLED_TASK_TYPES } from "../../../../shared/features/projects/task-type.ts";
import type { TaskType } from "../../../../shared/features/projects/task-type.ts";
import { type ChosenKeys, type DeskAction, mainKeyOf } from "./desk-actions.ts";

/** What a key press asks of the labelling desk. */
export type DeskCommand = { kind: "label"; labelId: string } | { kind: DeskAction };

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

/**
 * The letter or digit meant, whatever the layout: what the key writes (so Dvorak works), and where it
 * writes something outside a–z and 0–9 (Cyrillic letters, French digits) what is printed at that place.
 */
export function meantCharacter(press: Pick<KeyPress, "key" | "code">): string | null {
  const written = press.key.toLowerCase();
  if (/^[0-9a-z]$/.test(written)) return written;
  return /^(?:Digit|Key)([0-9A-Z])$/.exec(press.code)?.[1]?.toLowerCase() ?? null;
}

/** Several keys at once belong to the browser and the system, keys of an input method to the text. */
const isForeign = (press: KeyPress): boolean =>
  press.isComposing || press.ctrlKey || press.metaKey || press.altKey;

/**
 * The command of a key press, or null. A label's own key wins over the desk's, which then answers to Shift and
 * the key.
 */
export function deskCommandOf(
  press: KeyPress,
  labelIdByKey: ReadonlyMap<string, string>,
  actionByKey: ReadonlyMap<string, DeskAction>,
): DeskCommand | null {
  if (press.repeat || isForeign(press)) return null;
  const written = /^[0-9a-z]$/i.test(press.key) ? undefined : actionByKey.get(press.key);
  if (written) return { kind: written };
  const character = meantCharacter(press);
  if (character === null) return null;
  const action = actionByKey.get(character);
  const labelId = labelIdByKey.get(character);
  if (labelId !== undefined && !(press.shiftKey && action)) return { kind: "label", labelId };
  return action ? { kind: action } : null;
}

/** They scroll, close, move the focus or show the keys, on every screen. */
const RESERVED = new Set(["?", " ", "Escape", "Tab", "PageUp", "PageDown", "ArrowUp", "ArrowDown"]);
const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead"]);

/** The key that a press stands for when it is chosen for an action; null for one that cannot be chosen. */
export function chosenKeyOf(press: KeyPress): string | null {
  if (isForeign(press) || RESERVED.has(press.key) || MODIFIERS.has(press.key)) return null;
  if (press.key.length > 1) return /^(?:Process|Unidentified)$/.test(press.key) ? null : press.key;
  // With Shift, a key beside the letters means the sign it writes; a letter is meant with and without.
  const isSign = press.shiftKey && !/\p{L}/u.test(press.key) && !/[0-9]/.test(press.key);
  return isSign ? press.key : (meantCharacter(press) ?? press.key);
}

/** True while somebody only holds Shift or the like on the way to a key. */
export const isModifier = (press: Pick<KeyPress, "key">): boolean => MODIFIERS.has(press.key);

const CAPS: Record<string, string> = {
  Enter: "↵",
  Backspace: "⌫",
  Delete: "Del",
  ArrowLeft: "←",
  ArrowRight: "→",
  Insert: "Ins",
};

/** How a key is shown. */
export const keyCap = (key: string): string =>
  CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** How the key of a desk action is shown where labels may have taken it. */
export function keyCapOf(
  action: DeskAction,
  labelKeys: Iterable<string>,
  chosen: ChosenKeys = {},
): string {
  const key = mainKeyOf(action, chosen);
  return new Set(labelKeys).has(key) ? `⇧${keyCap(key)}` : keyCap(key);
}

const LETTERED = Array.from("123456789abcdefghi");

/** The keys that labels have on the desk, or the responses to choose from. */
export function takenKeys(taskType: TaskType, labels: readonly Label[], responses = 0): string[] {
  if (taskType === "rank")
    return [...LETTERED.slice(0, Math.min(responses, 9)), ...LETTERED.slice(9, 9 + responses)];
  return LABELLED_TASK_TYPES.includes(taskType) ? labels.flatMap((label) => label.key ?? []) : [];
}
