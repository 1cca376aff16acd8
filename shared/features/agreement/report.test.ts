import { describe, expect, test } from "vitest";
import { translate } from "../../messages/translate.ts";
import type { AnswerValue } from "../annotations/answer-value.ts";
import { adviseAgreement, describeAgreement } from "./plain-words.ts";
import type { GivenAnswer } from "./ratings.ts";
import { composeAgreement } from "./report.ts";
import { classified, crossed, marked } from "./testing/answers.ts";
import { judgementAnswers } from "./testing/xsum-judgements.ts";

const given = (annotator: string, values: AnswerValue[]): GivenAnswer[] =>
  values.map((value, item) => ({ item: `${item}`, annotator, value }));
const wordsOf = (report: ReturnType<typeof composeAgreement>) =>
  describeAgreement(report).map(({ key, params }) => translate(key, params));

describe("each kind of task has its measures", () => {
  const tags = (labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });
  const write = (response: string): AnswerValue => ({ kind: "write", response });
  const chat = (content: string): AnswerValue => ({
    kind: "chat",
    turns: [
      { role: "user", content: "never compared" },
      { role: "assistant", content },
    ],
  });
  const rank = (preferred: number | null): AnswerValue => ({
    kind: "rank",
    outcome: preferred === null ? "tie" : "preferred",
    preferred,
    reasons: [],
  });

  test.each([
    ["tag", [tags(["a"]), tags(["b", "a"])], [tags(["a"]), tags(["a", "c"])]],
    ["write", [write("a b"), write("c")], [write("a b"), write("d")]],
    ["chat", [chat("a b"), chat("c")], [chat("a b"), chat("d")]],
    ["rank", [rank(0), rank(1)], [rank(0), rank(null)]],
  ] as const)("%s", (taskType, one, two) => {
    const report = composeAgreement(taskType, [...given("i", [...one]), ...given("j", [...two])]);
    expect(report.counts).toMatchObject({ shared: 2, unanimous: 1, annotators: 2 });
    expect({
      names: report.measures.map(({ name }) => name),
      confusions: report.confusions,
      labels: report.perLabel.map(({ labelId }) => labelId),
    }).toEqual(
      {
        tag: {
          names: ["percent", "masiAlpha", "jaccardAlpha"],
          confusions: [{ first: "b", second: "c", items: 1 }],
          labels: ["a", "b", "c"],
        },
        write: { names: ["percent", "wordLikeness"], confusions: [], labels: [] },
        chat: { names: ["percent", "wordLikeness"], confusions: [], labels: [] },
        rank: {
          names: ["percent", "cohenKappa", "alpha"],
          confusions: [{ first: "1", second: "tie", items: 1 }],
          labels: ["0", "1", "tie"],
        },
      }[taskType],
    );
    expect(report.measures.map(({ name }) => name)).toContain(report.mainName);
  });

  test("extract", () => {
    const report = composeAgreement("extract", [
      marked("1", "i", 50, "c:1-5 k:10-14"),
      marked("1", "j", 50, "c:1-5 c:10-15"),
      marked("2", "i", 50, "k:3-9"),
      marked("2", "j", 50, ""),
    ]);
    expect(report.measures.map(({ name }) => name)).toEqual([
      "percent",
      "spanF1",
      "unitizingAlpha",
    ]);
    expect(report.perLabel.map(({ labelId, uses }) => [labelId, uses])).toEqual([
      ["c", 3],
      ["k", 2],
    ]);
    expect(report.confusions).toEqual([
      { first: "c", second: "k", items: 1 },
      { first: "k", second: null, items: 1 },
    ]);
  });
});

test("pairs of people, those with most in common first", () => {
  const report = composeAgreement(
    "classify",
    classified("a b a b a b", "a b b b . .", ". a b . . ."),
  );
  expect(report.pairs.map(({ first, second, items }) => [first, second, items])).toEqual([
    ["person 0", "person 1", 4],
    ["person 0", "person 2", 2],
    ["person 1", "person 2", 2],
  ]);
  expect(report.pairs[0]?.percent).toMatchObject({ value: 0.75 });
});

describe("in plain words", () => {
  test("two people and chance", () => {
    // 91 of 100 alike; margins 75/25 and 74/26: chance .62.
    const report = composeAgreement(
      "classify",
      crossed([
        [70, 5],
        [4, 21],
      ]),
    );
    expect(wordsOf(report).slice(0, 2)).toEqual([
      "100 examples were answered by two people or more; on 91 of them everybody gave the same answer.",
      "Out of 100 examples that both people answered, about 91 got the same answer; by chance alone about 62 would.",
    ]);
    expect(wordsOf(report)[2]).toMatch(
      /^That is 76 % of the way from chance to full agreement \(with the examples at hand, somewhere between \d\d % and \d\d %\)\.$/,
    );
  });

  test("three people", () => {
    expect(wordsOf(composeAgreement("classify", judgementAnswers()))[1]).toBe(
      "Out of 100 times that two people answered the same example, they gave the same answer about 96 times; by chance alone it would be about 81.",
    );
  });

  test.each([
    ["nothing answered", [], "agreement.why.oneAnnotator.next"],
    ["one person", classified("a b"), "agreement.why.oneAnnotator.next"],
    ["nothing in common", classified("a .", ". b"), "agreement.why.noOverlap.next"],
    ["no variation", classified("a a a", "a a a"), "agreement.why.noVariation.next"],
    ["full agreement on six", classified("a b a b a b", "a b a b a b"), "agreement.advice.tooFew"],
    [
      "chance",
      crossed([
        [30, 30],
        [30, 30],
      ]),
      "agreement.advice.apart",
    ],
    [
      "good, not sure",
      crossed([
        [45, 6],
        [6, 43],
      ]),
      "agreement.advice.between",
    ],
    [
      "nearly full",
      crossed([
        [250, 2],
        [2, 246],
      ]),
      "agreement.advice.firm",
    ],
  ])("%s leads to advice", (_, answers, key) => {
    const report = composeAgreement("classify", answers);
    expect(adviseAgreement(report)?.key).toBe(key);
    for (const words of wordsOf(report)) expect(words).not.toMatch(/NaN|undefined|null/);
  });

  test("less than chance is said so", () => {
    const report = composeAgreement(
      "classify",
      crossed([
        [5, 45],
        [45, 5],
      ]),
    );
    expect(wordsOf(report)[2]).toMatch(/^That is less than chance alone would give/);
  });
});
