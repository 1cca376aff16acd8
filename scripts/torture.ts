import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isWithinMemory } from "./torture/memory.ts";
import { cutPower } from "./torture/power-cut/cut-power.ts";
import { printTable, printViolations } from "./torture/report.ts";
import { runTries, type TryResult } from "./torture/run-tries.ts";
import { isScenarioName, SCENARIO_NAMES, type ScenarioName } from "./torture/scenarios/index.ts";
import { canTrace } from "./torture/trace.ts";

const TRIES = 1000;
const POWER_CUTS = 300;
/** How the tries are shared out: the dear ones get fewer. */
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
const OTHERS = ["powerCut", "memory"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tries: { type: "string" }, seed: { type: "string" } },
});
const isKnown = (name: string) => isScenarioName(name) || OTHERS.includes(name);
const tries = Number(values.tries ?? TRIES);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (
  !positionals.every(isKnown) ||
  !Number.isInteger(tries) ||
  tries < 1 ||
  !Number.isInteger(seed)
) {
  console.error(
    `npm run torture -- [what …] [--tries N] [--seed S]\nwhat: ${[...SCENARIO_NAMES, ...OTHERS].join(", ")}`,
  );
  process.exit(2);
}
const wants = (name: string) => positionals.length === 0 || positionals.includes(name);

/** Kills, and says whether nothing was harmed. */
async function kill(names: readonly ScenarioName[]): Promise<boolean> {
  if (names.length === 0) return true;
  const shares = names.reduce((sum, name) => sum + SHARES[name], 0);
  const root = mkdtempSync(join(tmpdir(), "tacit-torture-"));
  const results: TryResult[] = [];
  for (const scenario of names) {
    const folder = join(root, scenario);
    const own = Math.max(1, Math.round((tries * SHARES[scenario]) / shares));
    const onTry = (done: number) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${scenario}: ${done} of ${own}\r`);
    };
    const result = await runTries({ scenario, tries: own, seed, folder, onTry });
    // A run takes long; what is known by now should not be lost with it.
    console.log(`${scenario}: ${result.kills} kills, ${result.violations.length} findings`);
    results.push(result);
  }
  console.log("");
  printTable(results);
  printViolations(results);
  const isUnharmed = results.every(({ violations }) => violations.length === 0);
  if (isUnharmed) rmSync(root, { recursive: true, force: true });
  return isUnharmed;
}

async function cut(): Promise<boolean> {
  if (!canTrace) {
    console.log("power cuts were left out: nobody may follow a process with strace here");
    return true;
  }
  const { cuts, findings } = await cutPower({ scenario: "closing", cuts: POWER_CUTS, seed });
  console.log(`\n${cuts} power cuts: ${findings.length} findings`);
  for (const { harm, detail, cut: where } of findings)
    console.error(`${harm}: ${detail}, ${where}`);
  return findings.length === 0;
}

console.log(`seed ${seed}${canTrace ? "" : " (no strace here: kills by the clock only)"}`);
let isUnharmed = await kill(SCENARIO_NAMES.filter(wants));
if (wants("powerCut")) isUnharmed = (await cut()) && isUnharmed;
if (wants("memory")) isUnharmed = isWithinMemory() && isUnharmed;
process.exit(isUnharmed ? 0 : 1);
