import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { ROOT } from "../run.ts";

/** One measurement as a table; everything in one row was measured in the same run. */
export interface BenchReport {
  name: string;
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  notes: readonly string[];
}

const PATH = join(ROOT, "docs", "benchmarks.md");
const PREFACE = `# Benchmarks

Written by \`npm run bench\`. Absolute times say something about one machine at one moment; what counts are the ratios, because both sides of a ratio were measured side by side in the same run.
`;

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function toMarkdown({ title, head, rows, notes }: BenchReport): string {
  const cpu = cpus();
  const machine = `${cpu.length} × ${cpu[0]?.model ?? "CPU"}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  return [
    `## ${title}`,
    "",
    line(head),
    line(head.map(() => "---")),
    ...rows.map(line),
    "",
    ...notes.map((note) => `- ${note}`),
    `- ${machine}`,
  ].join("\n");
}

/** Prints a report and puts it in the place of the one before in docs/benchmarks.md. */
export function publish(report: BenchReport): void {
  const text = toMarkdown(report);
  console.log(`\n${text}`);
  const begin = `<!-- ${report.name} -->`;
  const end = `<!-- end of ${report.name} -->`;
  const section = `${begin}\n\n${text}\n\n${end}`;
  const before = existsSync(PATH) ? readFileSync(PATH, "utf8") : PREFACE;
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const after =
    from === -1 || to === -1
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, from) + section + before.slice(to + end.length);
  writeFileSync(PATH, after);
}

export const seconds = (value: number): string => value.toFixed(2);
export const times = (value: number): string => `${value.toFixed(2)} ×`;

/** The middle one of an odd number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which `share` of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
