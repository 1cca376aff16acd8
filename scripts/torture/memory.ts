import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const SCRIPT = resolve(import.meta.dirname, "../../electron/backend/testing/import-and-measure.ts");
const ROWS = 1_000_000;
const MOST_MEGABYTES = 400;

/** Imports a million rows in a process of their own; true when it never took more memory than it may. */
export function isWithinMemory(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "tacit-memory-"));
  try {
    const printed = execFileSync(process.execPath, [SCRIPT, folder, String(ROWS)], {
      encoding: "utf8",
    });
    const { total, asked, batches, peakMegabytes } = JSON.parse(printed) as Record<string, number>;
    const peak = Math.round(peakMegabytes ?? 0);
    console.log(
      `\n${total} rows imported in ${batches} batches with ${asked} calls answered meanwhile: ${peak} MB at most, of ${MOST_MEGABYTES}`,
    );
    return peak <= MOST_MEGABYTES;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
