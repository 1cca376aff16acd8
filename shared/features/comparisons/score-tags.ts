import { bootstrapInterval } from "./bootstrap.ts";
import type { LabelScore, TagResult } from "./contract.ts";
import { createTagMatcher } from "./match-tags.ts";
import { type PairedCounts, pairedDifference } from "./paired-difference.ts";
import type { AnsweredPair } from "./score-answers.ts";
import { signTest } from "./sign-test.ts";
import { judgeAccuracies } from "./verdict.ts";
import { wilson } from "./wilson.ts";

interface Row {
  expected: ReadonlySet<string>;
  got: ReadonlySet<string>;
  isRight: boolean;
}
interface Counts {
  right: number;
  got: number;
  expected: number;
}

/** Scores both sides on the same examples; an answer that is not made of labels names none. */
export function scoreTags(pairs: readonly AnsweredPair[], labels: readonly string[]): TagResult {
  const read = createTagMatcher(labels);
  const setOf = (text: string | null) => new Set(text === null ? [] : (read(text) ?? []));
  const rowsOf = (side: "base" | "tuned"): Row[] =>
    pairs.map((pair) => ({
      expected: setOf(pair.expected),
      got: setOf(pair[side]),
      isRight: pair[side] === pair.expected,
    }));
  const [base, tuned] = [rowsOf("base"), rowsOf("tuned")];
  const counts = countPairs(base, tuned);
  const { difference, low, high } = pairedDifference(counts);
  const pValue = signTest(counts.onlyFirst, counts.onlySecond);
  const test = pairs.length;
  const side = (rows: readonly Row[]) => ({
    accuracy: wilson(rows.filter(({ isRight }) => isRight).length, test),
    microF1: microF1Interval(rows),
  });
  return {
    kind: "tag",
    test,
    base: side(base),
    tuned: side(tuned),
    difference: {
      accuracy: difference,
      low,
      high,
      onlyBaseRight: counts.onlySecond,
      onlyTunedRight: counts.onlyFirst,
      pValue,
    },
    perLabel: labels.flatMap((label) => scoreLabel(label, base, tuned)),
    verdict: judgeAccuracies({ test, difference, low, high, pValue }),
  };
}

/** The tuned side comes first, so that a positive difference is in its favour. */
function countPairs(base: readonly Row[], tuned: readonly Row[]): PairedCounts {
  const counts: PairedCounts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const [place, { isRight }] of tuned.entries()) {
    if (isRight) counts[base[place]?.isRight ? "both" : "onlyFirst"] += 1;
    else counts[base[place]?.isRight ? "onlySecond" : "neither"] += 1;
  }
  return counts;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const f1 = ({ right, got, expected }: Counts): number => ratio(2 * right, got + expected);

/** F1 over all labels of all examples taken together; examples are resampled whole. */
function microF1Interval(rows: readonly Row[]) {
  const counted = rows.map(({ expected, got }): Counts => ({
    right: [...got].filter((label) => expected.has(label)).length,
    got: got.size,
    expected: expected.size,
  }));
  return bootstrapInterval(rows.length, (drawn) => {
    const sum: Counts = { right: 0, got: 0, expected: 0 };
    for (let index = 0; index < counted.length; index += 1) {
      const counts = counted[drawn?.[index] ?? index];
      if (!counts) continue;
      sum.right += counts.right;
      sum.got += counts.got;
      sum.expected += counts.expected;
    }
    return f1(sum);
  });
}

/** Labels that no test example has and no side answered are left out: nothing is known of them. */
function scoreLabel(label: string, base: readonly Row[], tuned: readonly Row[]): LabelScore[] {
  const countsOf = (rows: readonly Row[]): Counts => ({
    right: rows.filter(({ expected, got }) => expected.has(label) && got.has(label)).length,
    got: rows.filter(({ got }) => got.has(label)).length,
    expected: rows.filter(({ expected }) => expected.has(label)).length,
  });
  const scores = (counts: Counts) => ({
    precision: ratio(counts.right, counts.got),
    recall: ratio(counts.right, counts.expected),
    f1: f1(counts),
  });
  const [ofBase, ofTuned] = [countsOf(base), countsOf(tuned)];
  const support = ofTuned.expected;
  if (support + ofBase.got + ofTuned.got === 0) return [];
  return [{ label, support, base: scores(ofBase), tuned: scores(ofTuned) }];
}
