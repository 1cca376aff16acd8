import { DESK_LETTERS } from "../../../../shared/features/definitions/label-keys.ts";
import { LABELLED_TASK_TYPES, TaskType } from "../../../../shared/features/projects/task-type.ts";

interface ActionSpec {
  /** What it answers to at first; the first key is the one that can be changed. */
  keys: readonly [string, ...string[]];
  /** The kinds of task it is for. */
  tasks: readonly TaskType[];
  /** It changes the project. */
  writes: boolean;
}

const ALL = TaskType.options;
const spec = (keys: ActionSpec["keys"], tasks = ALL as ActionSpec["tasks"], writes = true) => ({
  keys,
  tasks,
  writes,
});

/** What can be done at the desk by a key, in the order in which it is listed. */
export const DESK_ACTIONS = {
  accept: spec(["Enter"]),
  suggestion: spec(["y"]),
  find: spec(["/"], LABELLED_TASK_TYPES, false),
  none: spec(["0"], ["tag"]),
  takeLast: spec(["Backspace"], ["tag"]),
  tie: spec(["t"], ["rank"]),
  bothBad: spec(["x"], ["rank"]),
  reasons: spec(["r"], ["rank"], false),
  differences: spec(["d"], ["rank"], false),
  edit: spec(["e"], ["write", "chat"], false),
  skip: spec([DESK_LETTERS.skip]),
  flag: spec([DESK_LETTERS.flag]),
  back: spec([DESK_LETTERS.back, "ArrowLeft"], ALL, false),
  // Where the arrows move within a text, the letter is left.
  forward: spec(["ArrowRight", "n"], ALL, false),
  undo: spec([DESK_LETTERS.undo]),
  similar: spec(["l"], ALL, false),
  rule: spec(["m"]),
  guideline: spec([DESK_LETTERS.guideline], ALL, false),
} as const satisfies Record<string, ActionSpec>;

export type DeskAction = keyof typeof DESK_ACTIONS;
export const DESK_ACTION_NAMES = Object.keys(DESK_ACTIONS) as DeskAction[];

/** The keys that a person gave to actions; the others answer to their first ones. */
export type ChosenKeys = Partial<Record<DeskAction, string>>;

export const specOf = (action: DeskAction): ActionSpec => DESK_ACTIONS[action];

export const isFor = (action: DeskAction, taskType: TaskType): boolean =>
  specOf(action).tasks.includes(taskType);

/** The one key of an action that can be changed. */
export const mainKeyOf = (action: DeskAction, chosen: ChosenKeys): string =>
  chosen[action] ?? specOf(action).keys[0];

/** All keys of an action: its main one, and the others as long as nothing else was given them. */
export function keysOf(action: DeskAction, chosen: ChosenKeys): string[] {
  const [, ...more] = specOf(action).keys;
  const isGiven = (key: string) =>
    DESK_ACTION_NAMES.some((other) => other !== action && mainKeyOf(other, chosen) === key);
  return [...new Set([mainKeyOf(action, chosen), ...more.filter((key) => !isGiven(key))])];
}

/** The other action that answers to this key; also one for another kind of task, so that a key means one thing. */
export const clashOf = (action: DeskAction, key: string, chosen: ChosenKeys): DeskAction | null =>
  DESK_ACTION_NAMES.find((other) => other !== action && keysOf(other, chosen).includes(key)) ??
  null;

/** Gives a key to an action; whatever had it as its main one gets the key that the action had. */
export function giveKey(chosen: ChosenKeys, action: DeskAction, key: string): ChosenKeys {
  const former = mainKeyOf(action, chosen);
  const other = clashOf(action, key, chosen);
  const swapped = other !== null && mainKeyOf(other, chosen) === key ? { [other]: former } : {};
  return withoutFirst({ ...chosen, ...swapped, [action]: key });
}

/** Only what differs is kept, so that later changes of the first keys reach whoever chose nothing. */
const withoutFirst = (chosen: ChosenKeys): ChosenKeys =>
  Object.fromEntries(
    Object.entries(chosen).filter(([action, key]) => specOf(action as DeskAction).keys[0] !== key),
  );

/** What was kept, as far as it makes sense: known actions, each with a key of its own. */
export function readChosenKeys(stored: string | null): ChosenKeys {
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(stored ?? "{}");
  } catch {
    return {};
  }
  if (typeof parsed !== "object" || parsed === null) return {};
  const chosen: ChosenKeys = {};
  for (const [action, key] of Object.entries(parsed))
    if (DESK_ACTION_NAMES.includes(action as DeskAction) && typeof key === "string" && key !== "")
      chosen[action as DeskAction] = key;
  const distinct = new Set(DESK_ACTION_NAMES.map((action) => mainKeyOf(action, chosen)));
  return distinct.size === DESK_ACTION_NAMES.length ? chosen : {};
}

/** Which action each key means in a kind of task. */
export function actionsByKey(
  taskType: TaskType,
  chosen: ChosenKeys,
): ReadonlyMap<string, DeskAction> {
  const here = DESK_ACTION_NAMES.filter((action) => isFor(action, taskType));
  return new Map(
    here.flatMap((action) => keysOf(action, chosen).map((key) => [key, action] as const)),
  );
}
