import { labelsOf } from "#shared/features/annotations/replace-label.ts";
import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { FindingCode } from "#shared/features/checks/contract.ts";
import { CONTEXT_LIMIT } from "#shared/features/checks/limits.ts";
import { type CheckFacts, summariseTokens } from "#shared/features/checks/rules.ts";
import { taughtTexts } from "#shared/features/checks/taught-text.ts";
import { hasConflict, leaks, surplusOf } from "#shared/features/examples/duplicates.ts";
import { FEW_PER_LABEL } from "#shared/features/projects/journey.ts";
import type { Db } from "../../db/open.ts";
import { listDuplicateGroups } from "../examples/duplicate-groups.ts";
import { duplicateQueries } from "../examples/queries.ts";
import { createAnswerInspection } from "./inspect-answers.ts";
import { countTokens } from "./count-tokens.ts";
import { inspectionQueries } from "./queries.ts";

/** What a check found out: the counts, and the database keys of the examples behind each finding. */
export interface Inspection {
  facts: CheckFacts;
  keys: Partial<Record<FindingCode, number[]>>;
}

/** Reads every example once; returns null when `isStopped` said so in between. */
export function inspectExamples(db: Db, isStopped: () => boolean): Inspection | null {
  const queries = inspectionQueries(db);
  const read = readExamples(queries, isStopped);
  if (!read) return null;
  const copies = readCopies(db, queries);
  return {
    facts: { taskType: queries.taskType(), ...read.facts, ...copies.facts },
    keys: { ...read.keys, ...copies.keys },
  };
}

function readExamples(queries: ReturnType<typeof inspectionQueries>, isStopped: () => boolean) {
  const labels = queries.labels();
  const names = new Map(labels.map(({ labelId, name }) => [labelId, name]));
  const keysPerLabel = new Map(labels.map(({ labelId }) => [labelId, [] as number[]]));
  const perStatus = { labelled: 0, unlabelled: 0, skipped: 0 };
  const perSplit = { train: 0, validation: 0, test: 0 };
  const keys = {
    emptyInput: [] as number[],
    emptyResponse: [] as number[],
    truncated: [] as number[],
  };
  const answers = createAnswerInspection();
  const tokenCounts: number[] = [];
  let flagged = 0;
  for (const row of queries.examples()) {
    if (isStopped()) return null;
    perStatus[row.status] += 1;
    if (row.split) perSplit[row.split] += 1;
    flagged += row.flagged;
    const payload = row.payload === null ? null : (JSON.parse(row.payload) as ExamplePayload);
    const answer = row.value === null ? null : (JSON.parse(row.value) as AnswerValue);
    if (payload === null && row.input.trim() === "") keys.emptyInput.push(row.key);
    if (holdsEmptyResponse(payload, answer)) keys.emptyResponse.push(row.key);
    if (answer) answers.add({ key: row.key, input: row.input, payload, answer });
    for (const labelId of answer ? labelsOf(answer) : []) keysPerLabel.get(labelId)?.push(row.key);
    if (row.status === "skipped") continue;
    const texts = taughtTexts({ input: row.input, payload, answer }, names);
    const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0);
    tokenCounts.push(tokens);
    if (tokens > CONTEXT_LIMIT) keys.truncated.push(row.key);
  }
  const perLabel = labels.map(({ labelId, name }) => ({
    labelId,
    name,
    examples: keysPerLabel.get(labelId)?.length ?? 0,
  }));
  const particular = answers.result();
  const rare = [...keysPerLabel.values()].filter((members) => members.length < FEW_PER_LABEL);
  return {
    facts: {
      ...perStatus,
      ...particular.facts,
      examples: perStatus.labelled + perStatus.unlabelled + perStatus.skipped,
      flagged,
      perLabel,
      perSplit,
      emptyInputs: keys.emptyInput.length,
      emptyResponses: keys.emptyResponse.length,
      truncated: keys.truncated.length,
      tokens: summariseTokens(Uint32Array.from(tokenCounts)),
    },
    keys: { ...keys, ...particular.keys, tooFewPerLabel: [...new Set(rare.flat())] },
  };
}

const holdsEmptyResponse = (payload: ExamplePayload | null, answer: AnswerValue | null) =>
  (answer?.kind === "write" && answer.response.trim() === "") ||
  (payload?.kind === "rank" && payload.responses.some((response) => response.trim() === ""));

function readCopies(db: Db, queries: ReturnType<typeof inspectionQueries>) {
  const duplicates: number[] = [];
  const conflicts: number[] = [];
  const leaked = new Set<number>();
  let surplus = 0;
  let conflictGroups = 0;
  let leakedInputs = 0;
  for (const group of listDuplicateGroups(duplicateQueries(db))) {
    const members = group.map(({ key }) => key);
    if (leaks(group)) {
      leakedInputs += 1;
      for (const key of members) leaked.add(key);
    }
    if (hasConflict(group)) {
      conflictGroups += 1;
      conflicts.push(...members);
    } else {
      surplus += surplusOf(group).length;
      duplicates.push(...members);
    }
  }
  const inSplitGroups = queries.listInSplitGroups();
  for (const { key } of inSplitGroups) leaked.add(key);
  return {
    facts: {
      duplicates: duplicates.length,
      surplus,
      conflicts: conflicts.length,
      conflictGroups,
      leaked: leaked.size,
      leakedInputs,
      leakedGroups: new Set(inSplitGroups.map(({ group }) => group)).size,
    },
    keys: { exactDuplicates: duplicates, conflictingAnswers: conflicts, splitLeakage: [...leaked] },
  };
}
