import { describe, expect, test } from "vitest";
import { press } from "./testing/press.ts";
import { actionsByKey } from "./desk-actions.ts";
import { chosenKeyOf, deskCommandOf, keyCapOf } from "./desk-keys.ts";

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
    ["the arrow beside a letter", press("ArrowLeft"), { kind: "back" }],
    ["a held key", press("1", { repeat: true }), null],
    ["a key of an input method", press("1", { isComposing: true }), null],
    ["a browser command", press("f", { ctrlKey: true }), null],
    ["a Mac command", press("a", { metaKey: true }), null],
    ["Alt", press("1", { altKey: true }), null],
    ["an unused key", press("q"), null],
    ["an action of another kind of task", press("t"), null],
    ["Tab", press("Tab"), null],
  ])("%s", (_what, given, expected) => {
    expect(deskCommandOf(given, labels, actionsByKey("classify", {}))).toEqual(expected);
  });

  test.each([
    ["the new key", press("q"), { kind: "skip" }],
    ["the key it had", press("s"), null],
    ["a sign", press("+"), { kind: "flag" }],
    ["a sign that stands on a digit", press("+", { code: "Digit1", shiftKey: true }), "flag"],
    ["a named key", press("F2"), { kind: "guideline" }],
    ["an arrow that was given away", press("ArrowLeft"), { kind: "undo" }],
    ["a digit that is also a label's", press("1"), { kind: "label", labelId: "one" }],
    ["that digit with Shift", press("!", { code: "Digit1", shiftKey: true }), { kind: "find" }],
  ])("with other keys: %s", (_what, given, expected) => {
    const chosen = { skip: "q", flag: "+", guideline: "F2", undo: "ArrowLeft", find: "1" };
    const command = deskCommandOf(given, new Map([["1", "one"]]), actionsByKey("classify", chosen));
    expect(command).toEqual(typeof expected === "string" ? { kind: expected } : expected);
  });
});

test.each([
  ["a letter", press("Q", { shiftKey: true, code: "KeyQ" }), "q"],
  ["a Cyrillic letter", press("Ф", { shiftKey: true, code: "KeyA" }), "a"],
  ["a French digit", press("&", { code: "Digit1" }), "1"],
  ["a sign on a digit", press("/", { code: "Digit7", shiftKey: true }), "/"],
  ["a sign of its own", press("-", { code: "Minus" }), "-"],
  ["a named key", press("F2"), "F2"],
  ["several at once", press("q", { ctrlKey: true }), null],
  ["what shows the keys", press("?", { shiftKey: true }), null],
  ["what scrolls", press(" "), null],
  ["what moves the focus", press("Tab"), null],
  ["Shift alone", press("Shift"), null],
])("to choose %s", (_what, given, expected) => {
  expect(chosenKeyOf(given)).toBe(expected);
});

test("a key taken by a label is shown with Shift", () => {
  expect(keyCapOf("skip", labels.keys())).toBe("⇧S");
  expect(keyCapOf("flag", labels.keys())).toBe("F");
  expect(keyCapOf("flag", labels.keys(), { flag: "a" })).toBe("⇧A");
  expect(keyCapOf("accept", labels.keys())).toBe("↵");
});
