import { expect, test } from "vitest";
import type { Rule } from "./contract.ts";
import { groupRules, newestRule } from "./group-rules.ts";

const rule = (ruleId: string, changedAtMs: number, ...labelIds: string[]): Rule => ({
  ruleId,
  body: ruleId,
  labelIds,
  example: null,
  madeAtMs: 0,
  changedAtMs,
});
const RULES = [
  rule("old", 1, "a"),
  rule("both", 3, "b", "a"),
  rule("general", 2),
  rule("gone", 4, "x"),
];

test.each<{ first: string[]; groups: [string | null, string[]][] }>([
  {
    first: [],
    groups: [
      ["a", ["both", "old"]],
      ["b", ["both"]],
      [null, ["gone", "general"]],
    ],
  },
  {
    first: ["b", "c"],
    groups: [
      ["b", ["both"]],
      ["a", ["both", "old"]],
      [null, ["gone", "general"]],
    ],
  },
])("with $first first", ({ first, groups }) => {
  const found = groupRules(RULES, ["a", "b", "c"], first);
  expect(found.map(({ labelId, rules }) => [labelId, rules.map(({ ruleId }) => ruleId)])).toEqual(
    groups,
  );
});

test("the newest is the one changed last", () => {
  expect(newestRule(RULES)?.ruleId).toBe("gone");
  expect(newestRule([])).toBeUndefined();
});
