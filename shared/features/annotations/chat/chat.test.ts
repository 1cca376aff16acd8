import { expect, test } from "vitest";
import type { ChatTurn } from "../answer-value.ts";
import { chatChanges, pairTurns } from "./chat-changes.ts";
import {
  addBelow,
  beginChat,
  moveTurn,
  nextRole,
  removeTurn,
  setContent,
  setRole,
  toggleWeight,
} from "./chat-draft.ts";
import { chatProblem } from "./chat-problem.ts";

/** "u:Hi" is what the user said; a trailing ! after the role means that it is not learnt from. */
const turn = (text: string): ChatTurn => {
  const [who = "", content = ""] = text.split(":");
  const role =
    ({ s: "system", u: "user", a: "assistant", t: "tool" } as const)[who[0] ?? ""] ?? "user";
  return { role, content, ...(who.endsWith("!") ? { weight: 0 as const } : {}) };
};
const chat = (...turns: string[]): ChatTurn[] => turns.map(turn);

test.each([
  [
    "a conversation that lacks its reply",
    chat("s:Be kind", "u:Hi"),
    chat("s:Be kind", "u:Hi", "a:"),
  ],
  ["one that has it", chat("u:Hi", "a:Hello"), chat("u:Hi", "a:Hello")],
  ["one that ends with a tool", chat("u:Hi", "a:", "t:21 °C"), chat("u:Hi", "a:", "t:21 °C", "a:")],
])("beginning with %s", (_what, turns, expected) => {
  expect(beginChat({ input: "", payload: { kind: "chat", turns } }, null)).toEqual(expected);
});

test("a plain text counts as what the user said, and an answer comes before both", () => {
  const source = { input: "Hi", payload: null };
  expect(beginChat(source, null)).toEqual(chat("u:Hi", "a:"));
  expect(beginChat(source, { kind: "chat", turns: chat("a:Yes") })).toEqual(chat("a:Yes"));
});

const DRAFT = chat("s:Be kind", "u:Hi", "a:Hello", "u:Bye", "a:So long");

test.each([
  [
    "reworded",
    setContent(DRAFT, 2, "Hey"),
    chat("s:Be kind", "u:Hi", "a:Hey", "u:Bye", "a:So long"),
  ],
  [
    "another role",
    setRole(DRAFT, 3, "tool"),
    chat("s:Be kind", "u:Hi", "a:Hello", "t:Bye", "a:So long"),
  ],
  [
    "not learnt from",
    toggleWeight(DRAFT, 2),
    chat("s:Be kind", "u:Hi", "a!:Hello", "u:Bye", "a:So long"),
  ],
  ["learnt from again", toggleWeight(toggleWeight(DRAFT, 2), 2), DRAFT],
  ["a user is never learnt from", toggleWeight(DRAFT, 1), DRAFT],
  [
    "a weight leaves with the role",
    setRole(toggleWeight(DRAFT, 2), 2, "user"),
    setRole(DRAFT, 2, "user"),
  ],
  ["a reply below a question", addBelow(DRAFT, 1), DRAFT.toSpliced(2, 0, turn("a:"))],
  ["a question below a reply", addBelow(DRAFT, 4), [...DRAFT, turn("u:")]],
  ["the first turn of none", addBelow([], -1), chat("u:")],
  ["removed", removeTurn(DRAFT, 0), DRAFT.slice(1)],
  ["moved down", moveTurn(DRAFT, 1, 1), chat("s:Be kind", "a:Hello", "u:Hi", "u:Bye", "a:So long")],
  ["moved past the end", moveTurn(DRAFT, 4, 1), DRAFT],
])("a turn %s", (_what, result, expected) => {
  expect(result).toEqual(expected);
});

test("turns that did not change stay the very same", () => {
  const after = setContent(DRAFT, 2, "Hey");
  expect(after.filter((t, at) => t === DRAFT[at])).toHaveLength(4);
});

test("roles go round", () => {
  expect(
    ["system", "user", "assistant", "tool"].map((role) => nextRole(role as ChatTurn["role"])),
  ).toEqual(["user", "assistant", "tool", "system"]);
});

test.each([
  ["a good one", DRAFT, null],
  ["no turns", [], { what: "noTurns", at: null }],
  ["ending with the user", chat("u:Hi"), { what: "endsElsewhere", at: 0 }],
  ["an empty reply", chat("u:Hi", "a: \n"), { what: "noReply", at: 1 }],
  ["an empty question", chat("u: ", "a:Hello"), { what: "emptyTurn", at: 0 }],
  ["a tool called without words", chat("u:Hi", "a:", "t:21 °C", "a:Warm"), null],
  ["two system turns", chat("s:a", "s:b", "u:Hi", "a:Yes"), { what: "twoSystemTurns", at: 1 }],
  ["a system turn in the middle", chat("u:Hi", "s:b", "a:Yes"), { what: "systemNotFirst", at: 1 }],
])("problems: %s", (_what, turns, expected) => {
  expect(chatProblem(turns)).toEqual(expected);
});

test.each([
  ["nothing", DRAFT, { reworded: [], added: [], removed: [], reweighed: [] }],
  [
    "a reply reworded",
    setContent(DRAFT, 2, "Hey"),
    { reworded: [2], added: [], removed: [], reweighed: [] },
  ],
  ["a turn added", addBelow(DRAFT, 0), { reworded: [], added: [1], removed: [], reweighed: [] }],
  [
    "a turn removed",
    removeTurn(DRAFT, 1),
    { reworded: [], added: [], removed: [1], reweighed: [] },
  ],
  ["a weight", toggleWeight(DRAFT, 4), { reworded: [], added: [], removed: [], reweighed: [4] }],
  [
    "one removed, another reworded",
    setContent(removeTurn(DRAFT, 0), 1, "Hey"),
    { reworded: [1], added: [], removed: [0], reweighed: [] },
  ],
])("changes: %s", (_what, after, expected) => {
  expect(chatChanges(DRAFT, after)).toEqual(expected);
});

test("every turn of both conversations is in exactly one pair, in order", () => {
  const after = chat("u:Hello?", "a:Hello", "t:x", "u:Bye", "a:Ciao");
  const pairs = pairTurns(DRAFT, after);
  const order = (side: "before" | "after") => pairs.flatMap((pair) => pair[side] ?? []);
  expect(order("before")).toEqual([0, 1, 2, 3, 4]);
  expect(order("after")).toEqual([0, 1, 2, 3, 4]);
});
