import { expect, test } from "vitest";
import type { Column } from "./column-roles.ts";
import { shownCell } from "./shown-cell.ts";

const shown = (...cells: [role: Column["role"], cell: string][]) => {
  const columns = cells.map(([role], index) => ({ name: `column ${index}`, role }));
  const row = cells.map(([, cell]) => cell);
  return row.map((_, at) => shownCell(row, columns, at)).at(-1);
};
const SPANS = '[[2,9,"DRUG"],[10,15,"TIME"]]';

test.each<[string, Parameters<typeof shown>, string]>([
  [
    "passages by their words",
    [
      ["input", "💊 aspirin daily"],
      ["spans", SPANS],
    ],
    "aspirin → DRUG\ndaily → TIME",
  ],
  [
    "passages of a text that was cut short as they stand",
    [
      ["input", "💊 asp…"],
      ["spans", SPANS],
    ],
    SPANS,
  ],
  [
    "a conversation by its turns",
    [["messages", '[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]']],
    "user: Hi\n\nassistant: Hello",
  ],
  ["what cannot be read as it stands", [["messages", '[{"role":"us…']], '[{"role":"us…'],
  ["the same without a meaning", [["field", SPANS]], SPANS],
])("%s", (_case, cells, expected) => {
  expect(shown(...cells)).toBe(expected);
});
