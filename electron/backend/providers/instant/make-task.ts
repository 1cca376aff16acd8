import { AppError } from "#shared/errors/app-error.ts";
import { askedText } from "#shared/features/versions/chat-messages.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { InstantTask } from "./instant-task.ts";
import type { LabelledTexts } from "./train-linear.ts";
import type { TaggedTexts } from "./train-tags.ts";
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

function labelsOf({ answer }: FrozenExample): string[] {
  if (answer.kind === "tag") return answer.labels;
  if (answer.kind !== "classify") throw new AppError("taskTypeNotSupported");
  return [answer.label];
}

/** Labels that occur in the rows: in the version's order, then any the version does not list. */
function listLabels(version: DatasetVersion, rows: FrozenExample[]): string[] {
  const used = new Set(rows.flatMap(labelsOf));
  const listed = version.labels.map((label) => label.name).filter((name) => used.has(name));
  return [...new Set([...listed, ...used])];
}

function labelledTexts(rows: FrozenExample[], labels: string[]): LabelledTexts {
  const indexOfLabel = new Map(labels.map((label, index) => [label, index]));
  const indexOf = (row: FrozenExample) => indexOfLabel.get(labelsOf(row)[0] ?? "");
  const known = rows.filter((row) => indexOf(row) !== undefined);
  return {
    texts: known.map((row) => row.input),
    labelOfText: Int32Array.from(known, (row) => indexOf(row)!),
  };
}

/** Texts without any label teach as well what none of the labels is. */
function taggedTexts(rows: FrozenExample[], labels: string[]): TaggedTexts {
  const indexOfLabel = new Map(labels.map((label, index) => [label, index]));
  return {
    texts: rows.map((row) => row.input),
    labelsOfText: rows.map((row) =>
      labelsOf(row).flatMap((label) => indexOfLabel.get(label) ?? []),
    ),
  };
}

function makeTagTask(
  version: DatasetVersion,
  train: FrozenExample[],
  validation: FrozenExample[],
): InstantTask {
  const labels = listLabels(version, train);
  if (labels.length === 0) throw new AppError("noLabelGiven");
  return {
    kind: "tags",
    labels,
    train: taggedTexts(train, labels),
    validation: taggedTexts(validation, labels),
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
  if (version.taskType === "tag") return makeTagTask(version, rows, validation);
  const responses = rows.map(({ answer }) => {
    if (answer.kind === "write") return answer.response;
    if (answer.kind === "chat") return answer.turns.at(-1)?.content ?? "";
    throw new AppError("taskTypeNotSupported");
  });
  return { kind: "retrieval", inputs: rows.map(askedText), responses };
}
