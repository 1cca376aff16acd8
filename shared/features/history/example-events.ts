import type { AnswerValue } from "../annotations/answer-value.ts";
import type { AnsweredBy, ExampleStatus } from "../examples/contract.ts";
import type { Split } from "../versions/split.ts";
import type { ActionName, ExampleEvent } from "./contract.ts";

/** What a step recorded of an example. */
export interface ExampleState {
  status: ExampleStatus;
  flagged: number;
  annotation_id: number | null;
  split: Split | null;
  removed_at_ms: number | null;
}
export interface RecordedChange {
  action: ActionName;
  atMs: number;
  undone: boolean;
  before: ExampleState;
  after: ExampleState;
}
export interface GivenAnswer {
  key: number;
  value: AnswerValue | null;
  by: AnsweredBy;
  atMs: number;
}

const NEUTRAL = { before: null, after: null, inForce: false, split: null, fileName: null };

function answerEvent(
  change: RecordedChange,
  answers: ReadonlyMap<number, GivenAnswer>,
  inForce: number | null,
): Partial<ExampleEvent> & Pick<ExampleEvent, "what"> {
  const { before, after } = change;
  const valueOf = (key: number | null) => (key === null ? null : (answers.get(key)?.value ?? null));
  const given = after.annotation_id === null ? undefined : answers.get(after.annotation_id);
  return {
    what: given ? "answered" : after.status === "skipped" ? "skipped" : "cleared",
    ...(given ? { by: given.by } : {}),
    before: valueOf(before.annotation_id),
    after: valueOf(after.annotation_id),
    inForce: given !== undefined && given.key === inForce,
  };
}

function eventsOf(
  change: RecordedChange,
  answers: ReadonlyMap<number, GivenAnswer>,
  inForce: number | null,
): ExampleEvent[] {
  const { before, after, action, atMs, undone } = change;
  const frame = { ...NEUTRAL, action, atMs, undone, by: "person" as const };
  const events: ExampleEvent[] = [];
  if (before.annotation_id !== after.annotation_id || before.status !== after.status)
    events.push({ ...frame, ...answerEvent(change, answers, inForce) });
  if (before.flagged !== after.flagged)
    events.push({ ...frame, what: after.flagged === 1 ? "flagged" : "unflagged" });
  if (before.split !== after.split)
    events.push({ ...frame, what: "split", split: { before: before.split, after: after.split } });
  if (before.removed_at_ms !== after.removed_at_ms)
    events.push({ ...frame, what: after.removed_at_ms === null ? "broughtBack" : "putAway" });
  return events;
}

/**
 * What happened to one example, first to last. Answers that no recorded step names came with a file, or belong
 * to a step that was taken back and then given up; they stand where their number puts them.
 */
export function exampleEvents(told: {
  imported: { fileName: string; atMs: number } | null;
  answers: readonly GivenAnswer[];
  changes: readonly RecordedChange[];
  inForce: number | null;
}): ExampleEvent[] {
  const answers = new Map(told.answers.map((answer) => [answer.key, answer]));
  const named = new Set(told.changes.map(({ after }) => after.annotation_id));
  const unnamed = told.answers.filter(({ key, value }) => !named.has(key) && value !== null);
  const events: ExampleEvent[] = [];
  const frame = { ...NEUTRAL, action: null, undone: false };
  if (told.imported) {
    const { fileName, atMs } = told.imported;
    events.push({ ...frame, what: "imported", atMs, by: "import", fileName });
  }
  const tellUnnamed = (below: number) => {
    while (unnamed[0] && unnamed[0].key < below) {
      const { key, value, by, atMs } = unnamed.shift() as GivenAnswer;
      const inForce = key === told.inForce;
      const undone = by === "person" && !inForce;
      events.push({ ...frame, what: "answered", atMs, by, undone, after: value, inForce });
    }
  };
  for (const change of told.changes) {
    if (change.after.annotation_id !== change.before.annotation_id)
      tellUnnamed(change.after.annotation_id ?? 0);
    // What the step found there came before it, whatever else is known of it.
    tellUnnamed((change.before.annotation_id ?? 0) + 1);
    events.push(...eventsOf(change, answers, told.inForce));
  }
  tellUnnamed(Number.POSITIVE_INFINITY);
  return events;
}
