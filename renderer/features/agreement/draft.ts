import type { Dispute } from "../../../shared/features/agreement/contract.ts";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";

/** What is about to be decided: somebody's answer by its place, or another one. */
export interface Draft {
  place: number | null;
  other: AnswerValue | null;
  comment: string;
  /** The comment becomes a rule, too. */
  asRule: boolean;
}
export const NO_DRAFT: Draft = { place: null, other: null, comment: "", asRule: false };

/** The answer that Enter would put in force. */
export const chosenValue = (draft: Draft, dispute: Dispute): AnswerValue | null =>
  draft.place === null ? draft.other : (dispute.answers[draft.place]?.value ?? null);
