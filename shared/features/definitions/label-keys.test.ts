import { expect, test } from "vitest";
import { firstFreeKey, RESERVED_KEYS } from "./label-keys.ts";

test.each([
  { taken: [], key: "1" },
  { taken: ["1", "2"], key: "3" },
  { taken: ["2", null], key: "1" },
  { taken: Array.from("123456789"), key: "0" },
  { taken: Array.from("1234567890"), key: "a" },
  { taken: Array.from("1234567890a"), key: "c" },
])("after $taken comes $key", ({ taken, key }) => {
  expect(firstFreeKey(taken)).toBe(key);
});

test("every key is given away once, none that the screen needs, and then there are no more", () => {
  const given: string[] = [];
  for (let key = firstFreeKey(given); key !== null; key = firstFreeKey(given)) given.push(key);
  expect(new Set(given).size).toBe(given.length);
  expect(given).toHaveLength(29);
  expect(given.filter((key) => RESERVED_KEYS.includes(key))).toEqual([]);
});
