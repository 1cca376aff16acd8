import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { seededRandom } from "#shared/features/comparisons/random.ts";
import { listFiles } from "../project.ts";
import { type Finding, pick } from "../scenario.ts";
import { type ScenarioName, SCENARIOS } from "../scenarios/index.ts";
import { createVictims } from "../victim.ts";
import { afterPowerCut, type Files } from "./after-power-cut.ts";
import { readDiskLog } from "./disk-log.ts";

interface PowerCuts {
  cuts: number;
  findings: (Finding & { cut: string })[];
  /** Syncs of the write-ahead log between an answer's write and its acknowledgement, at the least. */
  fewestSyncsAnAnswer: number;
}

/**
 * Lets one process work while everything it asks of its files is recorded, then lays out, at random
 * points of that record, what a disk would hold if the power went there, and opens each.
 */
export async function cutPower(order: {
  scenario: ScenarioName;
  cuts: number;
  seed: number;
}): Promise<PowerCuts> {
  const root = mkdtempSync(join(tmpdir(), "tacit-power-"));
  const random = seededRandom(order.seed);
  const scenario = SCENARIOS[order.scenario]();
  const victims = createVictims(order.scenario, scenario.acknowledges);
  await scenario.prepare(join(root, "base"));
  const task = await scenario.layOut(join(root, "try"), random);
  const path = (task as { path: string }).path;
  const folder = dirname(path);
  const before: Files = new Map(
    listFiles(folder).map((name) => [name, readFileSync(name)] as const),
  );
  const trace = await victims.record(task);
  const events = readDiskLog(trace, folder);
  const findings: PowerCuts["findings"] = [];
  for (let cut = 0; cut < order.cuts; cut += 1) {
    const length = 1 + pick(random, events.length);
    const happened = events.slice(0, length);
    const said = happened.flatMap((event) => (event.kind === "said" ? event.line : []));
    const left = afterPowerCut(before, happened, random);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // The index of the log lives in memory only and is made anew, as after every start of a computer.
    for (const [name, content] of left)
      if (!name.endsWith("-shm") && dirname(name) === folder)
        writeFileSync(join(folder, basename(name)), content);
    // Each cut is another history: nothing that one of them ended with counts for the next.
    const fresh = SCENARIOS[order.scenario]();
    for (const found of await fresh.inspect(task, said))
      findings.push({ ...found, cut: `after event ${length} of ${events.length}` });
  }
  rmSync(root, { recursive: true, force: true });
  return { cuts: order.cuts, findings, fewestSyncsAnAnswer: countSyncs(events) };
}

function countSyncs(events: ReturnType<typeof readDiskLog>): number {
  let fewest = Infinity;
  let syncs = 0;
  for (const event of events) {
    if (event.kind === "sync" && event.path.endsWith("-wal")) syncs += 1;
    if (event.kind !== "said") continue;
    if (event.line.startsWith("give ")) syncs = 0;
    if (event.line.startsWith("acknowledged ")) fewest = Math.min(fewest, syncs);
  }
  return fewest;
}
