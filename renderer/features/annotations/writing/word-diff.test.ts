import { expect, test } from "vitest";
import { diffWords } from "./word-diff.ts";

const show = (before: string, after: string) =>
  diffWords(before, after)
    ?.map(
      (part) =>
        ({ same: part.text, removed: `[-${part.text}]`, added: `[+${part.text}]` })[part.kind],
    )
    .join("");

test.each([
  ["the same", "one two", "one two", "one two"],
  [
    "a word replaced",
    "take two pills daily",
    "take three pills daily",
    "take [-two][+three] pills daily",
  ],
  ["a word added at the end", "rest", "rest well", "rest[+ well]"],
  ["a word removed at the start", "please rest", "rest", "[-please ]rest"],
  ["from nothing", "", "new text", "[+new text]"],
  ["to nothing", "old text", "", "[-old text]"],
  ["repeated words", "a b a b", "a b b", "a b [-a ]b"],
])("%s", (_what, before, after, expected) => {
  expect(show(before, after)).toBe(expected);
});

test("both texts can be read off the parts", () => {
  const before = "If the rash  spreads,\nsee a doctor at once.";
  const after = "If it spreads,\nplease see your doctor.";
  const parts = diffWords(before, after) ?? [];
  const without = (kind: string) =>
    parts.filter((part) => part.kind !== kind).map((part) => part.text);
  expect(without("added").join("")).toBe(before);
  expect(without("removed").join("")).toBe(after);
});

test("texts too long to compare while typing are left alone", () => {
  const words = (seed: string) => Array.from({ length: 2000 }, (_, i) => `${seed}${i}`).join(" ");
  expect(diffWords(words("a"), words("b"))).toBeNull();
});
