import type { ActionName } from "./contract.ts";

export interface TimedStep {
  key: number;
  stepId: string;
  action: ActionName;
  atMs: number;
  undone: boolean;
  examples: number;
  subject: string | null;
  /** The import that the step brought in or took out. */
  importId: string | null;
}

/** Small decisions, one after the other, are told together; a pause of half an hour begins anew. */
const TOLD_TOGETHER: readonly ActionName[] = ["answer", "skip", "clear", "flag"];
const PAUSE_MS = 30 * 60_000;

function goesOn(group: readonly TimedStep[], step: TimedStep): boolean {
  const last = group.at(-1);
  return (
    last !== undefined &&
    last.action === step.action &&
    last.undone === step.undone &&
    TOLD_TOGETHER.includes(step.action) &&
    last.examples <= 1 &&
    step.examples <= 1 &&
    Math.abs(step.atMs - last.atMs) <= PAUSE_MS
  );
}

/** Groups steps that follow each other, in the order given. */
export function groupSteps(steps: Iterable<TimedStep>): TimedStep[][] {
  const groups: TimedStep[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    if (group && goesOn(group, step)) group.push(step);
    else groups.push([step]);
  }
  return groups;
}
