import { countHarm, type TryResult } from "./run-tries.ts";

const HEAD = [
  "what",
  "kills",
  "by clock / after answer / at call",
  "lost answers",
  "half imports",
  "unsound files",
  "half files",
  "wrong states",
];
const MOST_PLACES = 6;

/** One line for each scenario, then where its processes were killed. */
export function printTable(results: readonly TryResult[]): void {
  const rows = results.map((result) => [
    result.scenario,
    String(result.kills),
    `${result.ways.moment} / ${result.ways.acknowledgement} / ${result.ways.syscall}`,
    ...(["lostAnswer", "halfImport", "unsoundFile", "halfFile", "wrongState"] as const).map(
      (harm) => String(countHarm(result, harm)),
    ),
  ]);
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [HEAD, widths.map((width) => "-".repeat(width)), ...rows])
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  console.log("");
  for (const { scenario, killedAt, survived } of results) {
    const places = [...killedAt].toSorted(([, a], [, b]) => b - a).slice(0, MOST_PLACES);
    const late = survived > 0 ? `; ${survived} were through before the kill came` : "";
    console.log(
      `${scenario} was killed after: ${places.map(([place, count]) => `${place} ×${count}`).join(", ")}${late}`,
    );
  }
}

export function printViolations(results: readonly TryResult[]): void {
  for (const { scenario, violations } of results)
    for (const { harm, detail, strike, folder, lastWords } of violations)
      console.error(
        `\n${scenario}: ${harm}: ${detail}\n  ${strike}\n  last said: ${lastWords.join(" / ")}\n  in ${folder}`,
      );
}
