import { expect, test } from "vitest";
import { press } from "../keys/testing/press.ts";
import { chatCommandOf } from "./chat-keys.ts";

test.each([
  ["the turn below", press("ArrowDown"), { kind: "walk", by: 1 }],
  ["held", press("ArrowUp", { repeat: true }), { kind: "walk", by: -1 }],
  ["moving a turn", press("ArrowUp", { altKey: true }), { kind: "move", by: -1 }],
  ["editing", press("Enter"), { kind: "edit" }],
  ["adding", press("a"), { kind: "add" }],
  ["a Cyrillic layout", press("к", { code: "KeyR" }), { kind: "role" }],
  ["saving", press("Enter", { ctrlKey: true }), { kind: "save" }],
  ["saving on a Mac", press("Enter", { metaKey: true }), { kind: "save" }],
  ["removing once only", press("Delete", { repeat: true }), null],
  ["a browser command", press("r", { ctrlKey: true }), null],
  ["the desk's own letters", press("s"), null],
  ["an input method", press("Enter", { isComposing: true }), null],
])("%s", (_what, given, expected) => {
  expect(chatCommandOf(given)).toEqual(expected);
});
