import { answerKey } from "../annotations/answer-key.ts";
import type { AnswerValue } from "../annotations/answer-value.ts";
import { shareDifference } from "../comparisons/share-difference.ts";
import type { SwayReport } from "./contract.ts";

/** Answers each way before a difference says anything; with fewer the interval spans most of the scale. */
export const FEWEST_EACH_WAY = 20;

/** A suggestion and the answer that was given, with the suggestion on the screen or out of sight. */
export interface SuggestionUse {
  proposed: AnswerValue;
  given: AnswerValue;
  shown: boolean;
}

/**
 * How much more often answers equal the suggestion when it can be seen. Which ones are out of sight is drawn
 * by lot, so that the difference is the effect of seeing it.
 */
export function reportSway(uses: Iterable<SuggestionUse>): SwayReport {
  const counts = { shown: { same: 0, total: 0 }, hidden: { same: 0, total: 0 } };
  for (const { proposed, given, shown } of uses) {
    const side = shown ? counts.shown : counts.hidden;
    side.total += 1;
    if (answerKey(proposed) === answerKey(given)) side.same += 1;
  }
  const { shown, hidden } = counts;
  const missingShown = Math.max(0, FEWEST_EACH_WAY - shown.total);
  const missingHidden = Math.max(0, FEWEST_EACH_WAY - hidden.total);
  const isEnough = missingShown + missingHidden === 0;
  return {
    ...counts,
    difference: isEnough ? shareDifference(shown, hidden) : null,
    missingShown,
    missingHidden,
  };
}
