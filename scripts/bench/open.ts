import { z } from "zod";
import { haveMillionProject, PROJECT_FILE, PROJECT_FOLDER } from "./bench-project.ts";
import { measureChild } from "./measure-child.ts";
import { MILLION } from "./million-csv.ts";
import { type BenchReport, median, seconds, times } from "./report.ts";

const ROUNDS = 5;
const Opened = z.object({
  openSeconds: z.number(),
  firstScreenSeconds: z.number(),
  rawSeconds: z.number(),
});

/** Opening a project of a million rows until its first screen has all it shows. */
export async function benchOpen(): Promise<BenchReport> {
  await haveMillionProject();
  const rounds = Array.from({ length: ROUNDS }, () =>
    measureChild("open-child.ts", [PROJECT_FOLDER, PROJECT_FILE], Opened),
  );
  const middle = (pick: (one: z.infer<typeof Opened>) => number) => median(rounds.map(pick));
  const first = middle((one) => one.firstScreenSeconds);
  const raw = middle((one) => one.rawSeconds);
  return {
    name: "open",
    title: `Opening a project of ${MILLION.toLocaleString("en")} rows`,
    head: ["", "Tacit", "plain connection and one page", "ratio", "bar"],
    rows: [
      ["opened, s", seconds(middle((one) => one.openSeconds)), raw.toFixed(4), "", ""],
      [
        "all that the first screen shows, s",
        seconds(first),
        raw.toFixed(4),
        times(first / raw),
        "≤ 2 s",
      ],
    ],
    notes: [`the middle of ${ROUNDS} fresh processes, the file in the system's cache`],
  };
}
