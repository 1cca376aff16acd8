import { expect, test } from "vitest";
import { TaskType } from "../../../../shared/features/projects/task-type.ts";
import {
  actionsByKey,
  type ChosenKeys,
  clashOf,
  DESK_ACTION_NAMES,
  giveKey,
  isFor,
  keysOf,
  mainKeyOf,
  readChosenKeys,
} from "./desk-actions.ts";

test.each(TaskType.options)("no two actions of a %s task share a key", (taskType) => {
  const here = DESK_ACTION_NAMES.filter((action) => isFor(action, taskType));
  const keys = here.flatMap((action) => keysOf(action, {}));
  expect(new Set(keys).size).toBe(keys.length);
  expect(actionsByKey(taskType, {}).size).toBe(keys.length);
});

test.each<[name: string, before: ChosenKeys, act: Parameters<typeof clashOf>, after: ChosenKeys]>([
  ["a free key", {}, ["skip", "q", {}], { skip: "q" }],
  ["a swap", {}, ["skip", "f", {}], { skip: "f", flag: "s" }],
  ["the swap back", { skip: "f", flag: "s" }, ["skip", "s", {}], {}],
  ["a key of another kind of task", {}, ["tie", "e", {}], { tie: "e", edit: "t" }],
  ["an arrow that was there beside a letter", {}, ["skip", "ArrowLeft", {}], { skip: "ArrowLeft" }],
])("%s", (_name, before, [action, key], after) => {
  expect(giveKey(before, action, key)).toEqual(after);
});

test("the clash is told before", () => {
  expect(clashOf("skip", "f", {})).toBe("flag");
  expect(clashOf("tie", "e", {})).toBe("edit");
  expect(clashOf("skip", "ArrowLeft", {})).toBe("back");
  expect(clashOf("skip", "s", {})).toBeNull();
  expect(clashOf("skip", "q", {})).toBeNull();
});

test("an arrow that was given away no longer goes back, the letter does", () => {
  expect(keysOf("back", {})).toEqual(["b", "ArrowLeft"]);
  expect(keysOf("back", { skip: "ArrowLeft" })).toEqual(["b"]);
});

test.each<[name: string, stored: string | null, read: ChosenKeys]>([
  ["nothing", null, {}],
  ["what was chosen", '{"skip":"q"}', { skip: "q" }],
  ["an action that is no more", '{"dance":"q","flag":"w"}', { flag: "w" }],
  ["no text", '{"skip":5}', {}],
  ["two actions on one key", '{"skip":"f"}', {}],
  ["no settings at all", "[[", {}],
])("read back: %s", (_name, stored, read) => {
  expect(readChosenKeys(stored)).toEqual(read);
});

test("whatever is swapped, every action keeps a key that no other has", () => {
  let chosen: ChosenKeys = {};
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const keys = Array.from("abcdefgqrstuvwx0/");
  for (let round = 0; round < 500; round++) {
    const action = DESK_ACTION_NAMES[random(DESK_ACTION_NAMES.length)] ?? "skip";
    chosen = giveKey(chosen, action, keys[random(keys.length)] ?? "q");
    expect(readChosenKeys(JSON.stringify(chosen))).toEqual(chosen);
    const main = DESK_ACTION_NAMES.map((other) => mainKeyOf(other, chosen));
    expect(new Set(main).size).toBe(main.length);
  }
});
