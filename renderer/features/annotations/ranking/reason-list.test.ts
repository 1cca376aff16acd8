import { expect, test } from "vitest";
import { joinReasons } from "./reason-list.ts";

test.each([
  ["nothing given yet", [], ["Clearer", "Safer"], ["Clearer", "Safer"]],
  ["given lately comes first", ["Own", "Safer"], ["Clearer", "Safer"], ["Own", "Safer", "Clearer"]],
  ["capitals make no other reason", ["clearer"], ["Clearer"], ["clearer"]],
])("%s", (_name, given, starters, joined) => {
  expect(joinReasons(given, starters)).toEqual(joined);
});

test("a list that nobody can survey is cut", () => {
  const given = Array.from({ length: 60 }, (_, at) => `reason ${at}`);
  const joined = joinReasons(given, ["Clearer"]);
  expect(joined).toHaveLength(24);
  expect(joined).toEqual(given.slice(0, 24));
});
