import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Imported, importMillion } from "./bench-project.ts";
import { BENCH_DIR, makeMillionCsv, MILLION } from "./million-csv.ts";
import { type BenchReport, median, seconds, times } from "./report.ts";
import { timeSqliteCli } from "./sqlite-cli.ts";

const ROUNDS = 3;

/** A million rows into a new project, against `sqlite3 .import` of the same file, turn by turn. */
export async function benchImport(): Promise<BenchReport> {
  const csv = await makeMillionCsv();
  const ours: Imported[] = [];
  const anchors: (number | null)[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = join(BENCH_DIR, "anchor.db");
    rmSync(raw, { force: true });
    anchors.push(timeSqliteCli(raw, [".mode csv", `.import '${csv}' rows`]));
    rmSync(raw, { force: true });
    ours.push(await importMillion());
  }
  const middle = (pick: (one: Imported) => number) => median(ours.map(pick));
  const importSeconds = middle((one) => one.importSeconds);
  const inspectSeconds = middle((one) => one.inspectSeconds);
  const measured = anchors.filter((each) => each !== null);
  const anchor = measured.length > 0 ? median(measured) : null;
  const ratio = (value: number) => (anchor === null ? "–" : times(value / anchor));
  return {
    name: "import",
    title: `Import of ${MILLION.toLocaleString("en")} rows, ${Math.round(statSync(csv).size / 1e6)} MB of CSV`,
    head: ["", "Tacit", "`sqlite3 .import`", "ratio", "bar"],
    rows: [
      [
        "import, s (parse, map, hash each text, provenance, answers, crash-safe)",
        seconds(importSeconds),
        anchor === null ? "not installed" : seconds(anchor),
        ratio(importSeconds),
        "≤ 1.5 ×",
      ],
      [
        "with the look before it (sha-256 of the file, encoding, preview), s",
        seconds(importSeconds + inspectSeconds),
        anchor === null ? "not installed" : seconds(anchor),
        ratio(importSeconds + inspectSeconds),
        "",
      ],
      [
        "peak memory of the whole process, MB",
        middle((one) => one.peakMegabytes).toFixed(0),
        "",
        "",
        "≤ 400",
      ],
      ["closing to one file, s", seconds(middle((one) => one.closeSeconds)), "", "", ""],
    ],
    notes: [
      `the middle of ${ROUNDS} rounds, each measuring both, one after the other`,
      "why the first bar is not met, and what both sides write: docs/decisions/0011-import-speed.md",
    ],
  };
}
