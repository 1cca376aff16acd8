import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTries } from "./run-tries.ts";
import type { ScenarioName } from "./scenarios/index.ts";

/** Another one every time; what fails is replayed with the seed that the failure names. */
const SEED = Number(process.env["TACIT_TORTURE_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const TIMEOUT_MS = 600_000;

const RUNS: [ScenarioName, number, string][] = [
  ["answers", 60, "labelling loses no acknowledged answer"],
  ["import", 40, "an import leaves all of it or nothing"],
  ["largeImport", 8, "a large import leaves all of it or nothing, and the index over labels"],
  ["actions", 32, "a bulk action, undo or redo leaves the state before it or after it"],
  ["migration", 20, "a migration leaves the old file or the new one, and a whole backup"],
  ["backup", 16, "a backup leaves no unsound file under a backup's name"],
  ["closing", 16, "closing leaves a project that opens with every answer"],
  ["creating", 8, "making a project leaves no file that is none"],
  ["handoff", 8, "writing a hand-off or reject list leaves none that is half there"],
];

test("two hundred kills are asked for", () => {
  expect(RUNS.reduce((sum, [, kills]) => sum + kills, 0)).toBeGreaterThanOrEqual(200);
});

// Side by side, because each waits for its own processes most of the time.
test.concurrent.each(RUNS)(
  "%s: %i times kill -9 at a random moment of %s",
  async (scenario, tries) => {
    const folder = mkdtempSync(join(tmpdir(), `tacit-torture-${scenario}-`));
    const { violations, kills } = await runTries({ scenario, tries, seed: SEED, folder });
    const replay = `npm run torture -- ${scenario} --tries ${tries} --seed ${SEED}`;
    expect({ replay, violations }).toEqual({ replay, violations: [] });
    expect(kills).toBe(tries);
  },
  TIMEOUT_MS,
);
