import { describe, expect, it } from "vitest";
import { USUAL_TABLE } from "../../../shared/features/imports/contract.ts";
import { estimateRows } from "./estimate-rows.ts";

const columns = [
  { name: "text", role: "input" as const },
  { name: "label", role: "label" as const },
];
const row = ["twelve chars", "label"];
const rows = (count: number) => Array.from({ length: count }, () => row);

describe("estimateRows", () => {
  it("counts what the preview shows whole", () => {
    const preview = { bytes: 999_999, columns, readAs: USUAL_TABLE, rows: rows(7), rejects: [] };
    expect(estimateRows(preview)).toEqual({ rows: 7, exact: true });
  });

  it.each([
    ["a table", USUAL_TABLE, 1_900_000, 100_000],
    [
      "two bytes a character",
      { ...USUAL_TABLE, encoding: "utf-16le" } as const,
      3_800_000,
      100_000,
    ],
    ["names repeated in JSON", { ...USUAL_TABLE, format: "jsonl" } as const, 4_000_000, 100_000],
    ["a number rounded to one digit", USUAL_TABLE, 1_234_567, 60_000],
  ])("tells from the first rows: %s", (_case, readAs, bytes, expected) => {
    const preview = { bytes, columns, readAs, rows: rows(20), rejects: [] };
    const estimate = estimateRows(preview);
    expect(estimate?.exact).toBe(false);
    expect((estimate?.rows ?? 0) / expected).toBeGreaterThan(0.9);
    expect((estimate?.rows ?? 0) / expected).toBeLessThan(1.1);
  });

  it("does not guess from cells that the preview cut short", () => {
    const cut = Array.from({ length: 20 }, () => ["x".repeat(2001), "label"]);
    const preview = { bytes: 9_000_000, columns, readAs: USUAL_TABLE, rows: cut, rejects: [] };
    expect(estimateRows(preview)).toBeNull();
  });

  it("does not call a few readable rows among many unreadable ones the whole file", () => {
    const reject = { lineNumber: 1, reason: "tooFewCells" as const, detail: "", excerpt: "" };
    const rejects = Array.from({ length: 195 }, () => reject);
    const preview = { bytes: 9_000_000, columns, readAs: USUAL_TABLE, rows: rows(5), rejects };
    expect(estimateRows(preview)?.exact).toBe(false);
  });
});
