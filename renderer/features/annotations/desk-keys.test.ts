import { describe, expect, test } from "vitest";
import { deskCommandOf, keyCapOf, type KeyPress } from "./desk-keys.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const labels = new Map([
  ["1", "one"],
  ["a", "apple"],
  ["s", "spam"],
]);

describe("deskCommandOf", () => {
  test.each([
    ["a label's key", press("1"), { kind: "label", labelId: "one" }],
    ["the same with caps lock", press("A"), { kind: "label", labelId: "apple" }],
    [
      "what the key writes on Dvorak",
      press("a", { code: "KeyQ" }),
      { kind: "label", labelId: "apple" },
    ],
    ["a Cyrillic layout", press("ф", { code: "KeyA" }), { kind: "label", labelId: "apple" }],
    [
      "French digits without Shift",
      press("&", { code: "Digit1" }),
      { kind: "label", labelId: "one" },
    ],
    ["the finder", press("/"), { kind: "find" }],
    [
      "the finder on a German keyboard",
      press("/", { code: "Digit7", shiftKey: true }),
      { kind: "find" },
    ],
    ["a label that took a desk letter", press("s"), { kind: "label", labelId: "spam" }],
    ["that desk letter with Shift", press("S", { shiftKey: true }), { kind: "skip" }],
    ["a free desk letter", press("f"), { kind: "flag" }],
    ["Enter", press("Enter"), { kind: "accept" }],
    ["arrows", press("ArrowRight"), { kind: "forward" }],
    ["a held key", press("1", { repeat: true }), null],
    ["a key of an input method", press("1", { isComposing: true }), null],
    ["a browser command", press("f", { ctrlKey: true }), null],
    ["a Mac command", press("a", { metaKey: true }), null],
    ["Alt", press("1", { altKey: true }), null],
    ["an unused key", press("q"), null],
    ["Tab", press("Tab"), null],
  ])("%s", (_what, given, expected) => {
    expect(deskCommandOf(given, labels)).toEqual(expected);
  });
});

test("a letter taken by a label is shown with Shift", () => {
  expect(keyCapOf("skip", labels.keys())).toBe("⇧S");
  expect(keyCapOf("flag", labels.keys())).toBe("F");
});
