import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { printTable, printViolations } from "./torture/report.ts";
import { runTries, type TryResult } from "./torture/run-tries.ts";
import { isScenarioName, SCENARIO_NAMES, type ScenarioName } from "./torture/scenarios/index.ts";
import { canTrace } from "./torture/trace.ts";

const TRIES = 1000;
/** What a try costs, compared with the others: the dear ones get fewer of the tries. */
const SHARES: Record<ScenarioName, number> = {
  answers: 0.25,
  import: 0.2,
  largeImport: 0.05,
  actions: 0.15,
  migration: 0.1,
  backup: 0.08,
  closing: 0.07,
  creating: 0.05,
  handoff: 0.05,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tries: { type: "string" }, seed: { type: "string" } },
});
const unknown = positionals.filter((name) => !isScenarioName(name));
const tries = Number(values.tries ?? TRIES);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (unknown.length > 0 || !Number.isInteger(tries) || tries < 1 || !Number.isInteger(seed)) {
  console.error(
    `npm run torture -- [what …] [--tries N] [--seed S]\nwhat: ${SCENARIO_NAMES.join(", ")}`,
  );
  process.exit(2);
}

const wanted = positionals.filter(isScenarioName);
const names = wanted.length > 0 ? wanted : SCENARIO_NAMES;
const shares = names.reduce((sum, name) => sum + SHARES[name], 0);
console.log(`seed ${seed}${canTrace ? "" : " (no strace here: kills by the clock only)"}`);
const root = mkdtempSync(join(tmpdir(), "tacit-torture-"));
const results: TryResult[] = [];
for (const scenario of names) {
  const folder = join(root, scenario);
  const own = Math.max(1, Math.round((tries * SHARES[scenario]) / shares));
  const onTry = (done: number) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${scenario} ${done} of ${own} `);
  };
  results.push(await runTries({ scenario, tries: own, seed, folder, onTry }));
}
if (process.stdout.isTTY) process.stdout.write("\r");
printTable(results);
printViolations(results);
const failed = results.some(({ violations }) => violations.length > 0);
if (!failed) rmSync(root, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
