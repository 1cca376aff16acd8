import { describe, expect, test } from "vitest";
import { isFormulaLike } from "./formula-cell.ts";
import { createRowAudit } from "./row-audit.ts";

describe("a cell that a spreadsheet could run", () => {
  test.each([
    "=1+2",
    "=cmd|' /C calc'!A0",
    "+SUM(A1:A9)",
    "-1+2",
    "-) smile",
    "@SUM(1)",
    "\t=1",
    "\rtext",
    "＝1+2",
    "＋A1",
    "－A1",
    "＠x",
    "- item",
    "+1 for this",
    "--",
  ])("%j is counted", (cell) => expect(isFormulaLike(cell)).toBe(true));
  test.each([
    "-5",
    "+1",
    "-5 mg",
    "-1.234,56",
    "+3 %",
    "-1e-5",
    "-20 °C",
    "+44 123",
    "+44 20 7946 0018",
    "+1 (555) 010-9999",
    "+49-30/123456",
    "=",
    "-",
    "",
    " =1",
    "a=b",
    "5-3",
    "'=1",
  ])("%j is not", (cell) => expect(isFormulaLike(cell)).toBe(false));
});

test("rows that equal an earlier one in every cell are counted, others never", () => {
  const audit = createRowAudit();
  for (let round = 0; round < 3; round += 1)
    for (let row = 0; row < 20_000; row += 1) audit.add([`${row}`, `text ${row % 7}`, ""]);
  for (const cells of [
    ["ab", "c"],
    ["a", "bc"],
    ["abc"],
    ["abc", ""],
    ["", "abc"],
    ["ba", "c"],
    ["\0", ""],
    ["", "\0"],
    [],
    [""],
    ["", ""],
  ])
    audit.add(cells);
  expect(audit.result()).toMatchObject({ rows: 60_011, duplicateRows: 40_000, isPartial: false });
});

test("beyond its bound the audit says that duplicates may be missing, and forgets none it knows", () => {
  const audit = createRowAudit(100);
  for (let row = 0; row < 500; row += 1) audit.add([`${row}`]);
  expect(audit.result()).toMatchObject({ duplicateRows: 0, isPartial: true });
  audit.add(["99"]);
  audit.add(["499"]);
  expect(audit.result().duplicateRows).toBe(1);
});

test("damaged cells are counted and the first shown, cut around the damage", () => {
  const audit = createRowAudit();
  audit.add(["sound é", `${"word ".repeat(100)}cafÃ© and more${" word".repeat(100)}`]);
  for (let row = 0; row < 9; row += 1) audit.add(["Â£5", "â€™"]);
  const { damagedCells, damagedExamples } = audit.result();
  expect(damagedCells).toBe(19);
  expect(damagedExamples).toHaveLength(5);
  const [first] = damagedExamples;
  expect(first?.before).toContain("cafÃ© and more");
  expect(first?.after).toContain("café and more");
  expect(first?.after.length).toBeLessThan(70);
});
