import { describe, expect, test } from "vitest";
import { macroF1Interval, percentile } from "./bootstrap.ts";
import type { VerdictWord } from "./contract.ts";
import { macroF1, scoreLabels } from "./label-scores.ts";
import { createLabelMatcher } from "./match-label.ts";
import { seededRandom } from "./random.ts";
import { type AnsweredPair, NO_LABEL, scoreAnswers } from "./score-answers.ts";
import { scoreVotes, voteOf } from "./score-votes.ts";

describe("matching a model's text to a label", () => {
  const match = createLabelMatcher(["Card lost", "IT", "it", "straße", "U.S.", "…"]);
  test.each([
    ["Card lost", "Card lost"],
    ["  card LOST.\n", "Card lost"],
    ['"Card lost"', "Card lost"],
    ["“Card lost”.", "Card lost"],
    ["**Card lost**", "Card lost"],
    ["STRASSE", "straße"],
    ["it", "it"],
    ["IT", "IT"],
    ["It", null],
    ["u.s", "U.S."],
    ["Card lost because", null],
    ["The label is Card lost", null],
    ["", null],
    [" . ", null],
  ])("%j is %j", (text, expected) => {
    expect(match(text)).toBe(expected);
  });
});

describe("scores per label", () => {
  // Three labels by hand: a 2 of 3 right, b 1 of 2 right, c never answered, one answer none of them.
  const answers = {
    labels: ["a", "b", "c"],
    expected: Int32Array.of(0, 0, 0, 1, 1, 2),
    got: Int32Array.of(0, 0, 1, 1, -1, 0),
  };
  test("precision, recall and F1 by hand", () => {
    const [a, b, c] = scoreLabels(answers);
    expect(a?.precision).toBeCloseTo(2 / 3, 12);
    expect(a?.recall).toBeCloseTo(2 / 3, 12);
    expect(b).toEqual({ support: 2, precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 });
    expect(c).toEqual({ support: 1, precision: 0, recall: 0, f1: 0 });
  });
  test("macro-F1 is their mean; labels that nobody has or gives are left out", () => {
    expect(macroF1(answers)).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12);
    expect(macroF1({ ...answers, labels: ["a", "b", "c", "unseen"] })).toBe(macroF1(answers));
  });
});

describe("bootstrap", () => {
  const random = seededRandom(3);
  const labels = Array.from({ length: 77 }, (_, index) => `${index}`);
  const expected = Int32Array.from({ length: 3080 }, (_, index) => index % 77);
  const got = expected.map((label) => (random() < 0.9 ? label : Math.floor(random() * 77)));
  const answers = { labels, expected, got };

  test("is the same for a seed, holds the value, and takes less than a second at 3,080 × 77", () => {
    const startMs = Date.now();
    const found = macroF1Interval(answers);
    expect(Date.now() - startMs).toBeLessThan(1000);
    expect(macroF1Interval(answers)).toEqual(found);
    expect(found.low).toBeLessThan(found.value);
    expect(found.high).toBeGreaterThan(found.value);
    // For a share of 0.9 of 3,080 the normal interval is about ± 0.0106.
    expect(found.high - found.low).toBeGreaterThan(0.015);
    expect(found.high - found.low).toBeLessThan(0.03);
  });
  test("nothing scored: everything from 0 to 1", () => {
    const none = { labels, expected: new Int32Array(), got: new Int32Array() };
    expect(macroF1Interval(none)).toEqual({ value: 0, low: 0, high: 1 });
  });
  test("percentiles as R's type 7", () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect(percentile(sorted, 0.25)).toBe(1.75);
    expect(percentile(sorted, 1)).toBe(4);
  });
});

const pair = (expected: string, base: string | null, tuned: string | null): AnsweredPair => ({
  expected,
  base,
  tuned,
});
const repeat = (count: number, each: AnsweredPair) => Array.from({ length: count }, () => each);

describe("both sides on the same examples", () => {
  const right = pair("a", "a", "a");
  const onlyTuned = pair("a", "b", "a");
  const onlyBase = pair("a", "a", "b");
  const wrong = pair("a", null, "b");
  test.each<[VerdictWord, number, number, number]>([
    ["tooFewToSay", 0, 19, 0],
    ["tunedBetter", 80, 15, 5],
    ["tunedProbablyBetter", 80, 8, 2],
    ["noClearDifference", 80, 10, 10],
    ["noClearDifference", 100, 0, 0],
    ["baseProbablyBetter", 80, 2, 8],
    ["baseBetter", 80, 5, 15],
  ])("%s: both %i, only tuned %i, only base %i", (verdict, both, tuned, base) => {
    const pairs = [...repeat(both, right), ...repeat(tuned, onlyTuned), ...repeat(base, onlyBase)];
    expect(scoreAnswers(pairs, ["a", "b"]).verdict).toBe(verdict);
  });

  test("counts, shares, labels and confusions", () => {
    const pairs = [right, onlyTuned, onlyTuned, onlyBase, wrong, pair("b", "b", null)];
    const result = scoreAnswers(pairs, ["b", "a", "unused"]);
    expect(result).toMatchObject({
      test: 6,
      base: { accuracy: { value: 3 / 6 } },
      tuned: { accuracy: { value: 3 / 6 } },
      difference: { accuracy: 0, onlyBaseRight: 2, onlyTunedRight: 2, pValue: 1 },
      confusions: [
        { expected: "a", got: "b", count: 2 },
        { expected: "b", got: NO_LABEL, count: 1 },
      ],
    });
    expect(result.perLabel.map(({ label, support }) => [label, support])).toEqual([
      ["b", 1],
      ["a", 5],
    ]);
  });

  test("swapping the sides mirrors everything", () => {
    const pairs = [...repeat(50, right), ...repeat(14, onlyTuned), ...repeat(4, onlyBase), wrong];
    const there = scoreAnswers(pairs, ["a", "b"]);
    const swapped = pairs.map(({ expected, base, tuned }) => pair(expected, tuned, base));
    const back = scoreAnswers(swapped, ["a", "b"]);
    expect(back.base).toEqual(there.tuned);
    expect(back.tuned).toEqual(there.base);
    expect(back.difference.accuracy).toBeCloseTo(-there.difference.accuracy, 12);
    expect(back.difference.low).toBeCloseTo(-there.difference.high, 12);
    expect(back.difference.pValue).toBe(there.difference.pValue);
    expect([there.verdict, back.verdict]).toEqual(["tunedBetter", "baseBetter"]);
  });

  test("nothing scored: too few to say, and numbers everywhere", () => {
    const result = scoreAnswers([], ["a"]);
    expect(result.verdict).toBe("tooFewToSay");
    expect(JSON.stringify(result)).not.toContain("null");
  });
});

describe("votes", () => {
  test.each<[VerdictWord, number, number]>([
    ["tooFewToSay", 9, 0],
    ["tunedBetter", 9, 1],
    ["tunedProbablyBetter", 9, 3],
    ["noClearDifference", 6, 5],
    ["baseBetter", 1, 12],
  ])("%s: tuned %i, base %i", (verdict, tuned, base) => {
    const result = scoreVotes({ base, tuned, tie: 3, bothBad: 2, left: 1 });
    expect(result.verdict).toBe(verdict);
    expect(result).toMatchObject({ test: base + tuned + 6, votes: { tie: 3, bothBad: 2 } });
  });
  test("ties and skipped duels move neither the win rate nor its interval", () => {
    const bare = scoreVotes({ base: 4, tuned: 12, tie: 0, bothBad: 0, left: 0 });
    const full = scoreVotes({ base: 4, tuned: 12, tie: 30, bothBad: 9, left: 70 });
    expect(full.winRate).toEqual(bare.winRate);
    expect(full.verdict).toBe(bare.verdict);
  });
  test("no decided vote has no win rate", () => {
    expect(scoreVotes({ base: 0, tuned: 0, tie: 5, bothBad: 5, left: 0 }).winRate).toBeNull();
  });
  test("which side stood where makes no difference", () => {
    expect(voteOf("a", "base")).toBe(voteOf("b", "tuned"));
    expect(voteOf("b", "base")).toBe(voteOf("a", "tuned"));
    expect(voteOf("tie", "base")).toBe("tie");
  });
});
