import type { AnswerValue } from "../annotations/answer-value.ts";

/** Two answers of one person to one example, the second given without seeing the first. */
export interface RecheckedPair {
  exampleId: string;
  annotatorKey: number;
  first: AnswerValue;
  second: AnswerValue;
  firstAtMs: number;
  secondAtMs: number;
}
