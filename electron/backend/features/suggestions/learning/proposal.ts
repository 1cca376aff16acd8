import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";

/** An answer in force, to learn from. */
export interface LearnRow {
  input: string;
  payload: ExamplePayload | null;
  value: AnswerValue;
}

/** An example to propose for. */
export interface PoolRow {
  key: number;
  input: string;
  payload: ExamplePayload | null;
}

/** What is proposed for one example; `value` is null where nothing is sure enough to be said. */
export interface Proposal {
  value: AnswerValue | null;
  confidence: number;
  /** 0 certain … 1 could be anything. */
  uncertainty: number;
}

export type Propose = (row: PoolRow) => Proposal;

export interface LearnWatch {
  isStopped: () => boolean;
}

/** Learns from answers; null where they teach nothing, as answers that are all alike. */
export type Learn = (
  rows: readonly LearnRow[],
  watch: LearnWatch,
) => Promise<Propose | null> | Propose | null;

/** Nothing is known: everything is open. */
export const NO_PROPOSAL: Proposal = { value: null, confidence: 0, uncertainty: 1 };
