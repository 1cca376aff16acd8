import { expect, test } from "vitest";
import { isWhole, summariseRescue } from "./summarise.ts";

const row = (table: string, saved: number, lost = 0, more = false) => ({
  table,
  saved,
  lost,
  more,
});

test("tables add up to what a person counts; what belongs to a thing counts only when it is lost", () => {
  expect(
    summariseRescue([
      row("example", 90, 3),
      row("annotation", 80),
      row("undo_step", 4),
      row("undo_change", 9, 2, true),
      row("annotator", 2),
      row("handoff", 0),
    ]),
  ).toEqual([
    { part: "examples", saved: 90, lost: 3, more: false },
    { part: "answers", saved: 80, lost: 0, more: false },
    { part: "history", saved: 4, lost: 2, more: true },
  ]);
});

test.each([
  ["nothing is lost", [row("example", 3)], true],
  ["a row is lost", [row("example", 3, 1)], false],
  ["nobody can say how much is lost", [row("version_example", 3, 0, true)], false],
])("a rescue in which %s", (_what, tables, whole) => {
  expect(isWhole(summariseRescue(tables))).toBe(whole);
});
