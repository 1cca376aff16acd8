import type { ProjectPart, RescuedPart } from "./contract.ts";

/** What was saved and lost of one table of the file. */
export interface TableCount {
  table: string;
  saved: number;
  lost: number;
  more: boolean;
}

const PARTS: Record<string, ProjectPart> = {
  project: "project",
  guideline: "guideline",
  label: "labels",
  source_import: "imports",
  rejected_row: "rejects",
  example: "examples",
  annotation: "answers",
  undo_step: "history",
  check_report: "checks",
  dataset_version: "versions",
  training_run: "trainings",
  comparison: "comparisons",
  handoff: "handoffs",
  rule: "rules",
  adjudication: "decisions",
  handout: "handouts",
};
/** Tables that hold what belongs to a thing: their losses matter, their rows are not things of their own. */
const BELONGING: Record<string, ProjectPart> = {
  undo_change: "history",
  finding: "checks",
  finding_example: "checks",
  version_example: "versions",
  training_event: "trainings",
  training_metric: "trainings",
  comparison_item: "comparisons",
  example_text: "examples",
  opinion: "answers",
  revisit: "answers",
  suggestion_use: "answers",
  merged_bundle: "handouts",
  handout_example: "handouts",
};

/** Adds tables up to what a person would count; parts of which there never was anything are left out. */
export function summariseRescue(tables: readonly TableCount[]): RescuedPart[] {
  const parts = new Map<ProjectPart, RescuedPart>();
  for (const { table, saved, lost, more } of tables) {
    const own = PARTS[table];
    const part = own ?? BELONGING[table] ?? "other";
    const sum = parts.get(part) ?? { part, saved: 0, lost: 0, more: false };
    parts.set(part, {
      part,
      saved: sum.saved + (own ? saved : 0),
      lost: sum.lost + lost,
      more: sum.more || more,
    });
  }
  return [...parts.values()].filter(({ saved, lost, more }) => saved + lost > 0 || more);
}

/** Nothing is missing of anything. */
export const isWhole = (parts: readonly RescuedPart[]): boolean =>
  parts.every(({ lost, more }) => lost === 0 && !more);
