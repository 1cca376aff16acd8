import { describe, expect, test } from "vitest";
import type { GivenAnswer } from "./ratings.ts";
import { jaccardDistance, masiDistance, setAlpha, type SetDistance } from "./set-alpha.ts";
import { krippendorffAlpha } from "./alpha.ts";
import { rate } from "./testing/answers.ts";
import { meanWordLikeness, wordLikeness } from "./word-likeness.ts";

const setOf = (labels: string) => new Set(labels.split("").filter(Boolean));

describe("distances between sets of labels", () => {
  test.each([
    ["abc", "abc", 0, 0],
    ["", "", 0, 0],
    ["a", "", 1, 1],
    ["ab", "cd", 1, 1],
    ["a", "ab", 1 / 2, 1 - (1 / 2) * (2 / 3)],
    ["ab", "bc", 2 / 3, 1 - (1 / 3) * (1 / 3)],
    // Passonneau 2006: {a, b, c} and {a, b}: Jaccard 2/3, monotonicity 2/3.
    ["abc", "ab", 1 / 3, 1 - (2 / 3) * (2 / 3)],
  ])("%j and %j", (a, b, jaccard, masi) => {
    expect(jaccardDistance(setOf(a), setOf(b))).toBeCloseTo(jaccard, 12);
    expect(masiDistance(setOf(a), setOf(b))).toBeCloseTo(masi, 12);
    expect(masiDistance(setOf(b), setOf(a))).toBe(masiDistance(setOf(a), setOf(b)));
  });
});

const tagged = (...people: string[]): GivenAnswer[] =>
  people.flatMap((row, person) =>
    row.split(" ").flatMap((cell, item): GivenAnswer[] =>
      cell === "."
        ? []
        : [
            {
              item: `${item}`,
              annotator: `${person}`,
              value: { kind: "tag", labelIds: cell === "-" ? [] : cell.split("") },
            },
          ],
    ),
  );

describe("α of sets", () => {
  const people = ["ab a - bc abc a b ab", "a ab - bc ab c b ba", "ab . a bc abc a . b"];

  /** The definition, pair by pair: answers to one item against any two answers. */
  function byDefinition(answers: GivenAnswer[], distance: SetDistance): number {
    const byItem = [...Map.groupBy(answers, ({ item }) => item).values()].filter(
      (row) => row.length > 1,
    );
    const sets = (row: GivenAnswer[]) =>
      row.map(({ value }) => new Set(value.kind === "tag" ? value.labelIds : []));
    const sumOver = (all: Set<string>[]) =>
      all.reduce(
        (sum, a, at) =>
          all.reduce((inner, b, other) => inner + (at === other ? 0 : distance(a, b)), sum),
        0,
      );
    const all = byItem.flatMap(sets);
    const observed = byItem.reduce((sum, row) => sum + sumOver(sets(row)) / (row.length - 1), 0);
    return 1 - observed / all.length / (sumOver(all) / (all.length * (all.length - 1)));
  }

  test.each([
    ["MASI", masiDistance],
    ["Jaccard", jaccardDistance],
  ])("by %s as defined, with missing answers", (_, distance) => {
    const answers = tagged(...people);
    const found = setAlpha(rate(answers), distance);
    expect(found).toMatchObject({ state: "defined", items: 8 });
    expect(found.state === "defined" && found.value).toBeCloseTo(
      byDefinition(answers, distance),
      12,
    );
  });

  test("of sets of one label is α of the labels", () => {
    const singles = ["a b c a b c a", "a b b a c c a"];
    const sets = setAlpha(rate(tagged(...singles)), masiDistance);
    const labels = krippendorffAlpha(rate(tagged(...singles)));
    expect(sets.state === "defined" && sets.value).toBeCloseTo(
      labels.state === "defined" ? labels.value : Number.NaN,
      12,
    );
  });

  test("of hundreds and of thousands of different sets comes near the definition", () => {
    for (const items of [400, 3500]) {
      const letters = "abcdefghijklmnopqrstuvwxyz".split("");
      const labels = (n: number) => letters.filter((_, at) => ((n * 2654435761) >>> at) & 1);
      const answers = Array.from({ length: items }, (_, n) => n).flatMap((n): GivenAnswer[] => [
        { item: `${n}`, annotator: "x", value: { kind: "tag", labelIds: labels(n) } },
        {
          item: `${n}`,
          annotator: "y",
          value: { kind: "tag", labelIds: labels(n).slice(n % 3) },
        },
      ]);
      const { value } = setAlpha(rate(answers), jaccardDistance, { resamples: 2 }) as {
        value: number;
      };
      // The chance part of thousands of sets is drawn at random: good to three digits.
      const sampled = answers.filter((_, at) => at < 800);
      expect(value).toBeCloseTo(byDefinition(sampled, jaccardDistance), items === 400 ? 9 : 1);
    }
  });
});

describe("texts", () => {
  test.each([
    ["", "", 1],
    ["a b", "", 0],
    ["The cat sat.", "the  CAT sat", 1],
    ["a b c d", "a b x y", 0.5],
    ["a a b", "a b b", 2 / 3],
    ["you may return it", "it may return you", 1],
    ["心臓の薬", "心臓の病", 0.75],
  ])("%j and %j", (a, b, likeness) => {
    expect(wordLikeness(a, b)).toBeCloseTo(likeness, 12);
    expect(wordLikeness(b, a)).toBeCloseTo(likeness, 12);
  });

  test("the mean over items claims nothing about chance", () => {
    const wrote = (item: string, annotator: string, response: string): GivenAnswer => ({
      item,
      annotator,
      value: { kind: "write", response },
    });
    const answers = [
      wrote("1", "x", "a b c d"),
      wrote("1", "y", "a b x y"),
      wrote("2", "x", "same"),
      wrote("2", "y", " same "),
    ];
    expect(meanWordLikeness(rate(answers))).toMatchObject({
      value: 0.75,
      observed: null,
      expected: null,
    });
  });
});
