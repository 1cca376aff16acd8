import { expect, test } from "vitest";
import { suggestAgain } from "./suggest-again.ts";

test.each([
  ["nothing is known", 9, 0, 0, "text", false, "add"],
  ["the very same file", 0, 9, 0, "text", true, "skip"],
  ["the very same file, changed here since", 0, 5, 4, "id", true, "skip"],
  ["the same bytes, yet nothing of them is here", 9, 0, 0, "text", true, "add"],
  ["a longer edition", 3, 9, 0, "text", false, "skip"],
  ["a few texts that happen to be here", 9, 2, 1, "text", false, "add"],
  ["an edited edition", 3, 6, 3, "text", false, "update"],
  ["ids that are known, most of them new", 9, 1, 0, "id", false, "skip"],
  ["ids that are known, one edited", 9, 0, 1, "id", false, "update"],
] as const)("%s", (_what, fresh, known, changed, matchedBy, isSameFile, expected) => {
  expect(suggestAgain({ fresh, known, changed, matchedBy }, isSameFile)).toBe(expected);
});
