import type { VerdictWord } from "./contract.ts";

/** Fewer test examples than this decide nothing, however they fall. */
export const FEWEST_EXAMPLES = 20;
/** Fewer decided votes than this decide nothing: even 9 of 9 may be one person's mood on one day. */
export const FEWEST_VOTES = 10;
/** Below this, chance alone would part two equally good models so far less than once in twenty. */
const CLEAR_P = 0.05;
/** Below this (once in five) there is a hint, and no more. */
const HINT_P = 0.2;

interface Evidence {
  /** Above 0 when the tuned side did better. */
  lead: number;
  pValue: number;
  /** The interval of the difference leaves out "no difference". */
  excludesEqual: boolean;
  enough: boolean;
}

/** The word for the evidence; clear only where test and interval agree. */
function judge({ lead, pValue, excludesEqual, enough }: Evidence): VerdictWord {
  if (!enough) return "tooFewToSay";
  if (lead === 0 || pValue >= HINT_P) return "noClearDifference";
  const isClear = pValue < CLEAR_P && excludesEqual;
  if (lead > 0) return isClear ? "tunedBetter" : "tunedProbablyBetter";
  return isClear ? "baseBetter" : "baseProbablyBetter";
}

/** The verdict on right and wrong answers to the same test examples. */
export const judgeAccuracies = (facts: {
  test: number;
  difference: number;
  low: number;
  high: number;
  pValue: number;
}): VerdictWord =>
  judge({
    lead: facts.difference,
    pValue: facts.pValue,
    excludesEqual: facts.low > 0 || facts.high < 0,
    enough: facts.test >= FEWEST_EXAMPLES,
  });

/** The verdict on blind votes; ties and "both bad" count for neither side. */
export const judgeVotes = (facts: {
  base: number;
  tuned: number;
  pValue: number;
  low: number;
  high: number;
}): VerdictWord =>
  judge({
    lead: facts.tuned - facts.base,
    pValue: facts.pValue,
    excludesEqual: facts.low > 0.5 || facts.high < 0.5,
    enough: facts.base + facts.tuned >= FEWEST_VOTES,
  });
