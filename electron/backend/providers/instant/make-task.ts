import { AppError } from "#shared/errors/app-error.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { InstantTask } from "./instant-task.ts";
import type { LabelledTexts } from "./train-linear.ts";
import { LONGEST_TEXT } from "./words.ts";

/** What is learned from at most; more would take gigabytes of memory, and a baseline gains little from it. */
const MOST_ROWS = 200_000;
const MOST_CHARACTERS = 60_000_000;

function countAffordable(rows: FrozenExample[]): number {
  const lengths = rows.map((row) => Math.min(row.input.length, LONGEST_TEXT));
  const characters = lengths.reduce((a, b) => a + b, 0);
  const share = Math.min(1, MOST_CHARACTERS / Math.max(1, characters));
  return Math.min(MOST_ROWS, Math.ceil(rows.length * share));
}

/** At most `most` of the rows, spread evenly over all of them. */
function takeEvenly<T>(rows: T[], most: number): T[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)]!);
}

function labelOf({ answer }: FrozenExample): string {
  if (answer.kind !== "classify") throw new AppError("taskTypeNotSupported");
  return answer.label;
}

/** Labels that occur in the rows: in the version's order, then any the version does not list. */
function listLabels(version: DatasetVersion, rows: FrozenExample[]): string[] {
  const used = new Set(rows.map(labelOf));
  const listed = version.labels.map((label) => label.name).filter((name) => used.has(name));
  return [...new Set([...listed, ...used])];
}

function labelledTexts(rows: FrozenExample[], labels: string[]): LabelledTexts {
  const indexOfLabel = new Map(labels.map((label, index) => [label, index]));
  const known = rows.filter((row) => indexOfLabel.has(labelOf(row)));
  return {
    texts: known.map((row) => row.input),
    labelOfText: Int32Array.from(known, (row) => indexOfLabel.get(labelOf(row))!),
  };
}

/** What the training thread is to learn; the test rows never come near it. */
export function makeInstantTask(
  version: DatasetVersion,
  train: FrozenExample[],
  validation: FrozenExample[],
): InstantTask {
  const rows = takeEvenly(train, countAffordable(train));
  if (version.taskType === "classify") {
    const labels = listLabels(version, rows);
    return {
      kind: "linear",
      labels,
      train: labelledTexts(rows, labels),
      validation: labelledTexts(validation, labels),
    };
  }
  const responses = rows.map(({ answer }) => {
    if (answer.kind !== "write") throw new AppError("taskTypeNotSupported");
    return answer.response;
  });
  return { kind: "retrieval", inputs: rows.map((row) => row.input), responses };
}
