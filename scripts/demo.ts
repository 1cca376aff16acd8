import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./run.ts";

const data = join(ROOT, "resources/samples/bank-questions");
const folder = mkdtempSync(join(tmpdir(), "tacit-demo-"));
const project = join(folder, "bank.tacit");

/** Runs one command of the CLI as a user would type it, shows it, and returns its result. */
function tacit<Result>(...args: string[]): Result {
  console.log(`\n$ tacit ${args.map((arg) => (arg.includes(" ") ? `"${arg}"` : arg)).join(" ")}`);
  const startedMs = performance.now();
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, "electron/hosts/cli/index.ts"), ...args, "--json"],
    {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, TACIT_APP_DIR: join(folder, "app") },
    },
  );
  if (status !== 0) {
    console.error(`The demo stopped: “tacit ${args[0]}” failed.`);
    process.exit(1);
  }
  console.log(`  ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return JSON.parse(stdout) as Result;
}

interface Imported {
  rowsRead: number;
  imported: number;
  rejected: number;
  duplicatesOfEarlierImport: number;
}
interface Compared {
  test: number;
  base: { accuracy: number; macroF1: number };
  tuned: { accuracy: number; macroF1: number };
  difference: { accuracy: number; low: number; high: number };
  verdict: string;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const map = ["--map", "text=input", "category=label"];

console.log(`The whole loop on BANKING77 (CC BY 4.0), in ${folder}`);
tacit("create", project, "--task", "classify", "--name", "Bank customer questions");
for (const [file, split, expected] of [
  ["banking77_train.csv", "train", 10_003],
  ["banking77_test.csv", "test", 3080],
] as const) {
  const counts = tacit<Imported>("import", project, join(data, file), ...map, "--split", split);
  console.log(
    `  ${counts.rowsRead} rows read, ${counts.imported} imported, ${counts.rejected} rejected`,
  );
  const accounted = counts.imported + counts.rejected + counts.duplicatesOfEarlierImport;
  if (counts.imported !== expected || accounted !== counts.rowsRead) {
    console.error(`  expected exactly ${expected} rows`);
    process.exit(1);
  }
}
const report = tacit<{ ready: boolean; findings: { code: string; examples: number }[] }>(
  "check",
  project,
);
console.log(`  ${report.ready ? "ready to train" : "not ready"}; findings:`);
for (const finding of report.findings) console.log(`    ${finding.code} (${finding.examples})`);
const version = tacit<{ counts: Record<string, number>; contentHash: string }>("freeze", project);
console.log(`  ${JSON.stringify(version.counts)}  ${version.contentHash.slice(0, 16)}…`);
const trained = tacit<{ jobId: string; tunedModel: string }>(
  "train",
  project,
  "--provider",
  "instant",
);
console.log(`  ${trained.tunedModel}`);
const result = tacit<Compared>("compare", project, "--job", trained.jobId);
tacit("export", project, "--format", "openai-chat", "--out", join(folder, "hand-off"));
tacit("verify", project);

console.log(`
On the ${result.test} test questions (Check names the few that also occur among those learned from):
  untrained baseline   ${percent(result.base.accuracy)} right, macro-F1 ${result.base.macroF1.toFixed(3)}
  after training       ${percent(result.tuned.accuracy)} right, macro-F1 ${result.tuned.macroF1.toFixed(3)}
  difference           ${percent(result.difference.accuracy)} (95 % interval ${percent(result.difference.low)} to ${percent(result.difference.high)})
Verdict: ${result.verdict}
The instant model is not a language model: it is the baseline that a fine-tune has to beat.
Project and hand-off: ${folder}`);
