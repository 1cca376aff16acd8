import type { Scenario } from "../scenario.ts";
import { killActions } from "./actions.ts";
import { killAnswers } from "./answers.ts";
import { killBackups } from "./backups.ts";
import { killClosing } from "./closing.ts";
import { killCreating } from "./creating.ts";
import { killHandoffs } from "./handoffs.ts";
import { killImports, killLargeImports } from "./imports.ts";
import { killMigrations } from "./migrations.ts";

/** Every scenario, by the name that `npm run torture -- name` takes; a run makes its own. */
export const SCENARIOS = {
  answers: killAnswers,
  import: killImports,
  largeImport: killLargeImports,
  actions: killActions,
  migration: killMigrations,
  backup: killBackups,
  closing: killClosing,
  creating: killCreating,
  handoff: killHandoffs,
} satisfies Record<string, () => Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];
export const isScenarioName = (name: string): name is ScenarioName => name in SCENARIOS;
