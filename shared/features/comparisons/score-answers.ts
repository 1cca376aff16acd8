import { macroF1Interval } from "./bootstrap.ts";
import type { ClassifyResult, Confusion } from "./contract.ts";
import { type CodedAnswers, scoreLabels } from "./label-scores.ts";
import { type PairedCounts, pairedDifference } from "./paired-difference.ts";
import { signTest } from "./sign-test.ts";
import { judgeAccuracies } from "./verdict.ts";
import { wilson } from "./wilson.ts";

/** Labels by name; null for an answer that is none of the labels. */
export interface AnsweredPair {
  expected: string;
  base: string | null;
  tuned: string | null;
}

/** How the confusion list names an answer that is none of the labels. */
export const NO_LABEL = "—";

/** Scores both sides on the same examples. `labels` gives the order of the per-label list. */
export function scoreAnswers(
  pairs: readonly AnsweredPair[],
  labels: readonly string[],
): ClassifyResult {
  const all = [...new Set([...labels, ...pairs.map((pair) => pair.expected)])];
  const base = code(pairs, all, (pair) => pair.base);
  const tuned = code(pairs, all, (pair) => pair.tuned);
  const counts = countPairs(pairs);
  const paired = pairedDifference(counts);
  const { difference, low, high } = paired;
  const pValue = signTest(counts.onlyFirst, counts.onlySecond);
  const test = pairs.length;
  return {
    kind: "classify",
    test,
    base: {
      accuracy: wilson(counts.both + counts.onlySecond, test),
      macroF1: macroF1Interval(base),
    },
    tuned: {
      accuracy: wilson(counts.both + counts.onlyFirst, test),
      macroF1: macroF1Interval(tuned),
    },
    difference: {
      accuracy: difference,
      low,
      high,
      onlyBaseRight: counts.onlySecond,
      onlyTunedRight: counts.onlyFirst,
      pValue,
    },
    perLabel: scorePerLabel(all, base, tuned),
    confusions: listConfusions(pairs),
    verdict: judgeAccuracies({ test, difference, low, high, pValue }),
  };
}

function code(
  pairs: readonly AnsweredPair[],
  labels: readonly string[],
  side: (pair: AnsweredPair) => string | null,
): CodedAnswers {
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const codeOf = (label: string | null) => (label === null ? -1 : (numbers.get(label) ?? -1));
  return {
    labels,
    expected: Int32Array.from(pairs, (pair) => codeOf(pair.expected)),
    got: Int32Array.from(pairs, (pair) => codeOf(side(pair))),
  };
}

/** The tuned side comes first, so that a positive difference is in its favour. */
function countPairs(pairs: readonly AnsweredPair[]): PairedCounts {
  const counts: PairedCounts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const { expected, base, tuned } of pairs) {
    if (tuned === expected) counts[base === expected ? "both" : "onlyFirst"] += 1;
    else counts[base === expected ? "onlySecond" : "neither"] += 1;
  }
  return counts;
}

/** Labels that no test example has and no side answered are left out: nothing is known of them. */
function scorePerLabel(labels: readonly string[], base: CodedAnswers, tuned: CodedAnswers) {
  const answered = new Set([...base.expected, ...base.got, ...tuned.got]);
  const baseScores = scoreLabels(base);
  const tunedScores = scoreLabels(tuned);
  return labels.flatMap((label, number) => {
    const ofBase = baseScores[number];
    const ofTuned = tunedScores[number];
    if (!ofBase || !ofTuned || !answered.has(number)) return [];
    const { support, ...baseScore } = ofBase;
    const { support: _, ...tunedScore } = ofTuned;
    return [{ label, support, base: baseScore, tuned: tunedScore }];
  });
}

function listConfusions(pairs: readonly AnsweredPair[]): Confusion[] {
  const found = new Map<string, Confusion>();
  for (const { expected, tuned } of pairs) {
    if (tuned === expected) continue;
    const got = tuned ?? NO_LABEL;
    const key = JSON.stringify([expected, got]);
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { expected, got, count: 1 });
  }
  const byName = (a: Confusion, b: Confusion) =>
    `${a.expected}\n${a.got}` < `${b.expected}\n${b.got}` ? -1 : 1;
  return [...found.values()].toSorted((a, b) => b.count - a.count || byName(a, b));
}
