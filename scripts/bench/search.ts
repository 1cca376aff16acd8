import { z } from "zod";
import { haveMillionProject, PROJECT_FILE, PROJECT_FOLDER } from "./bench-project.ts";
import { measureChild } from "./measure-child.ts";
import { MILLION } from "./million-csv.ts";
import { type BenchReport, median, percentile, times } from "./report.ts";

const Times = z.array(z.number());
const Measured = z.object({
  indexSeconds: z.number(),
  search: z.object({ ours: Times, raw: Times }),
  filters: z.array(
    z.object({ name: z.string(), firstPageMs: Times, countMs: Times, total: z.number() }),
  ),
  scanMs: Times,
  bulkMs: z.object({ doMs: z.number(), undoMs: z.number(), redoMs: z.number() }),
});

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Search, filters and bulk changes on a million rows, beside plain statements on the same file. */
export async function benchSearch(): Promise<BenchReport> {
  await haveMillionProject();
  const measured = measureChild("search-child.ts", [PROJECT_FOLDER, PROJECT_FILE], Measured);
  const { search, filters, scanMs, bulkMs } = measured;
  const [ours, raw] = [percentile(search.ours, 0.95), percentile(search.raw, 0.95)];
  const scan = median(scanMs);
  return {
    name: "search",
    title: `Search, filters and bulk changes at ${MILLION.toLocaleString("en")} rows`,
    head: ["", "Tacit", "plain statement", "ratio", "bar"],
    rows: [
      [
        "search, first 50 hits, median",
        ms(median(search.ours)),
        ms(median(search.raw)),
        times(median(search.ours) / median(search.raw)),
        "",
      ],
      ["search, first 50 hits, p95", ms(ours), ms(raw), times(ours / raw), "≤ 30 ms"],
      ...filters.flatMap(({ name, firstPageMs, countMs, total }) => [
        [
          `filter “${name}”, first 50 rows, p95`,
          ms(percentile(firstPageMs, 0.95)),
          "",
          "",
          "≤ 300 ms",
        ],
        [
          `… and its whole list (${total.toLocaleString("en")} rows), p95; never in the way`,
          ms(percentile(countMs, 0.95)),
          ms(scan),
          times(percentile(countMs, 0.95) / scan),
          "",
        ],
      ]),
      ["10,000 rows labelled in one step", ms(bulkMs.doMs), "", "", "≤ 2 s"],
      ["… undone", ms(bulkMs.undoMs), "", "", "≤ 2 s"],
      ["… redone", ms(bulkMs.redoMs), "", "", "≤ 2 s"],
    ],
    notes: [
      "plain statement: the FTS5 query of the same words with its 50 texts; for lists, counting one condition over the narrow table",
      measured.indexSeconds < 1
        ? "the search index had been made before"
        : `the search index was made in ${measured.indexSeconds.toFixed(0)} s in the background, in slices of a few milliseconds`,
    ],
  };
}
