import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const SCRIPT = resolve(import.meta.dirname, "../../testing/import-and-measure.ts");
const ROWS = 200_000;
/** The bar for an import of any size; `npm run torture -- memory` holds a million rows to it. */
const MOST_MEGABYTES = 400;

test("an import of 200,000 rows stays within 400 MB, and what the desk asks is answered between all batches", () => {
  const folder = mkdtempSync(join(tmpdir(), "tacit-memory-"));
  const printed = execFileSync(process.execPath, [SCRIPT, folder, String(ROWS)], {
    encoding: "utf8",
  });
  const { total, asked, batches, peakMegabytes } = JSON.parse(printed) as Record<string, number>;
  expect(total).toBe(ROWS);
  expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES);
  expect(batches).toBeGreaterThan(10);
  expect(asked).toBeGreaterThan(batches ?? Infinity);
}, 120_000);
