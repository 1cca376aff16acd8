import { describe, expect, test } from "vitest";
import type { AnswerValue } from "../annotations/answer-value.ts";
import { isBlind } from "./blind.ts";
import { chooseThreshold, USUAL_THRESHOLD } from "./choose-threshold.ts";
import { surenessOf } from "./confidence.ts";
import { expectedSeconds } from "./expected-seconds.ts";
import { wordSimilarity } from "./similarity.ts";
import { FEWEST_EACH_WAY, reportSway } from "./sway.ts";
import { marginUncertainty, mostDoubtful } from "./uncertainty.ts";
import { orderByValue } from "./value-per-second.ts";
import { isWorthLearning, missingAnswers } from "./when-to-learn.ts";

describe("uncertainty", () => {
  test.each([
    [[1, 0, 0], 0],
    [[0.5, 0.5], 1],
    [[0.2, 0.7, 0.1], 0.5],
    [[0.9], 0.1],
    [[], 1],
  ])("of the choice between %j is %d", (probabilities, expected) => {
    expect(marginUncertainty(probabilities)).toBeCloseTo(expected, 12);
  });

  test.each([
    [[], 0],
    [[1, 0], 0],
    [[0.95, 0.5, 0.1], 1],
    [[0.75, 0.9], 0.5],
  ])("of yes or no, %j each, is %d", (probabilities, expected) => {
    expect(mostDoubtful(probabilities)).toBeCloseTo(expected, 12);
  });
});

describe("when to learn", () => {
  test.each([
    [19, 0, false],
    [20, 0, true],
    [44, 20, false],
    [45, 20, true],
    [1099, 1000, false],
    [1100, 1000, true],
    [1_000_499, 1_000_000, false],
    [1_000_500, 1_000_000, true],
    // Taken back, as after undo of an import.
    [900, 1000, true],
    [10, 1000, false],
  ])("%i answers, learned from %i: %s", (answers, learnedFrom, expected) => {
    expect(isWorthLearning(answers, learnedFrom)).toBe(expected);
  });

  test("counts what is missing", () => {
    expect([0, 19, 20, 21].map(missingAnswers)).toEqual([20, 1, 0, 0]);
  });
});

test.each([
  [0.95, "sure"],
  [0.9, "sure"],
  [0.89, "fairlySure"],
  [0.6, "fairlySure"],
  [0.59, "guess"],
])("%d is %s", (confidence, words) => {
  expect(surenessOf(confidence)).toBe(words);
});

describe("out of sight", () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `0190-example-${at.toString(16)}`);
  const blind = ids.map((exampleId) => isBlind(exampleId, "project", 0.15));

  test("is the share asked for", () => {
    const share = blind.filter(Boolean).length / ids.length;
    // Four standard errors of a share of 15 % of 20,000.
    expect(Math.abs(share - 0.15)).toBeLessThan(0.0101);
  });

  test("stays the same, and grows with the share: what was hidden stays hidden", () => {
    expect(ids.map((exampleId) => isBlind(exampleId, "project", 0.15))).toEqual(blind);
    const hidden = ids.filter((_, at) => blind[at]);
    expect(hidden.every((exampleId) => isBlind(exampleId, "project", 0.3))).toBe(true);
  });

  test("cannot be told by its place: the one before says nothing", () => {
    const after = blind.filter((_, at) => at > 0 && blind[at - 1]);
    const share = after.filter(Boolean).length / after.length;
    expect(Math.abs(share - 0.15)).toBeLessThan(0.03);
    const elsewhere = ids.filter((id, at) => isBlind(id, "another", 0.15) !== blind[at]);
    expect(elsewhere.length).toBeGreaterThan(4000);
  });

  test("is nothing at 0 and everything at 1", () => {
    expect(ids.some((exampleId) => isBlind(exampleId, "project", 0))).toBe(false);
    expect(ids.every((exampleId) => isBlind(exampleId, "project", 1))).toBe(true);
  });
});

describe("expected seconds", () => {
  const timed = (count: number, secondsOf: (characters: number) => number) =>
    Array.from({ length: count }, (_, at) => {
      const characters = 20 + at * 10;
      return { characters, seconds: secondsOf(characters) };
    });

  test("are the usual ones before there are ten answers", () => {
    expect(expectedSeconds(timed(9, () => 60))(250)).toBe(13);
  });

  test("follow the person's own times", () => {
    const secondsFor = expectedSeconds(timed(30, (characters) => 2 + characters / 50));
    expect(secondsFor(500)).toBeCloseTo(12, 9);
  });

  test("are not bent by odd times, and leave breaks out", () => {
    const answers = timed(30, (characters) => 2 + characters / 50);
    const odd = answers.map((answer, at) => (at % 6 === 0 ? { ...answer, seconds: 110 } : answer));
    const breaks = Array.from({ length: 20 }, () => ({ characters: 30, seconds: 1800 }));
    expect(expectedSeconds([...odd, ...breaks])(200)).toBeCloseTo(6, 0);
  });

  test("never shrink with length, and are never nothing", () => {
    const secondsFor = expectedSeconds(timed(30, (characters) => 60 - characters / 10));
    expect(secondsFor(10_000)).toBe(secondsFor(10));
    expect(expectedSeconds(timed(20, () => 0.01))(5)).toBe(0.5);
  });
});

describe("best value for the time", () => {
  const plain = { characters: 100, uncertainty: null, diversityRank: null, labelShare: null };
  const order = (...entries: { uncertainty?: number; characters?: number }[]) =>
    orderByValue(
      entries.map((entry, at) => ({ ...plain, key: at + 1, ...entry })),
      (characters) => characters / 10,
    );

  test.each([
    ["doubt first", [{ uncertainty: 0.1 }, { uncertainty: 0.9 }], [2, 1]],
    [
      "of equal doubt the shorter",
      [
        { uncertainty: 0.5, characters: 400 },
        { uncertainty: 0.5, characters: 50 },
      ],
      [2, 1],
    ],
    [
      "much less doubt is not worth less time",
      [
        { uncertainty: 1, characters: 200 },
        { uncertainty: 0.1, characters: 100 },
      ],
      [1, 2],
    ],
    ["equals as they came", [{}, {}, {}], [1, 2, 3]],
  ])("%s", (_, entries, expected) => {
    expect(order(...entries)).toEqual(expected);
  });

  test("rare labels before common ones, unlike texts before a model exists", () => {
    const entries = [
      { ...plain, key: 1, uncertainty: 0.5, labelShare: 0.6 },
      { ...plain, key: 2, uncertainty: 0.5, labelShare: 0.01 },
    ];
    expect(orderByValue(entries, () => 1)).toEqual([2, 1]);
    const unlike = [
      { ...plain, key: 1 },
      { ...plain, key: 2, diversityRank: 30 },
      { ...plain, key: 3, diversityRank: 0 },
    ];
    expect(orderByValue(unlike, () => 1)).toEqual([3, 2, 1]);
  });
});

test.each([
  [["card", "not", "here"], ["my", "card", "is", "not", "here"], 0.75],
  [[], [], 0],
  [["a", "b"], ["c", "d"], 0],
  [["same", "words"], ["words", "same", "same"], 1],
])("%j and %j share %d of their words", (first, second, expected) => {
  expect(wordSimilarity(first, second)).toBeCloseTo(expected, 12);
});

describe("where a label begins", () => {
  const rows = (right: number[], wrong: number[]) => [
    ...right.map((score) => ({ score, isRight: true })),
    ...wrong.map((score) => ({ score, isRight: false })),
  ];
  test("is between right and wrong", () => {
    const threshold = chooseThreshold(
      rows([-0.2, -0.1, 0.3, 0.4, 0.5], [-0.9, -0.8, -0.7, -0.6, -0.5]),
    );
    expect(threshold).toBeCloseTo(-0.35, 12);
  });
  test("is the usual place with too few right ones", () => {
    expect(chooseThreshold(rows([1, 2, 3, 4], [-1]))).toBe(USUAL_THRESHOLD);
  });
  test("parts no equal scores", () => {
    expect(chooseThreshold(rows([1, 1, 1, 1, 1], [1, 0]))).toBeCloseTo(0.5, 12);
  });
});

describe("sway", () => {
  const label = (labelId: string): AnswerValue => ({ kind: "classify", labelId });
  const uses = (shown: boolean, same: number, other: number) => [
    ...Array.from({ length: same }, () => ({ proposed: label("a"), given: label("a"), shown })),
    ...Array.from({ length: other }, () => ({ proposed: label("a"), given: label("b"), shown })),
  ];

  test("is not told from too few answers, and says how many are missing", () => {
    const report = reportSway([...uses(true, 50, 2), ...uses(false, FEWEST_EACH_WAY - 3, 2)]);
    expect(report).toMatchObject({ difference: null, missingHidden: 1, missingShown: 0 });
  });

  test("is the difference of the two shares, with what chance leaves open", () => {
    const report = reportSway([...uses(true, 92, 8), ...uses(false, 42, 8)]);
    expect(report.shown).toEqual({ same: 92, total: 100 });
    expect(report.hidden).toEqual({ same: 42, total: 50 });
    expect(report.difference?.difference).toBeCloseTo(0.08, 12);
    expect(report.difference?.low).toBeLessThan(0.08);
    expect(report.difference?.high).toBeGreaterThan(0.08);
  });

  test("does not mind the order of tags", () => {
    const proposed: AnswerValue = { kind: "tag", labelIds: ["a", "b"] };
    const given: AnswerValue = { kind: "tag", labelIds: ["b", "a"] };
    expect(reportSway([{ proposed, given, shown: true }]).shown.same).toBe(1);
  });
});
