import { describe, expect, test } from "vitest";
import { krippendorffAlpha, labelAlphas } from "./alpha.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import type { Measure } from "./contract.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { composeAgreement } from "./report.ts";
import { percentAgreement } from "./percent.ts";
import { sharedItems, tallyCategories } from "./ratings.ts";
import { classified, counted, crossed, rate } from "./testing/answers.ts";
import { judgementAnswers } from "./testing/xsum-judgements.ts";

const quick = { resamples: 400 };

function defined(measure: Measure) {
  if (measure.state !== "defined") throw new Error(`not defined: ${measure.reason}`);
  return measure;
}

describe("Cohen's κ", () => {
  // Cohen 1960, table 2: 200 cases, shares .44 .07 .09 / .05 .20 .05 / .01 .03 .06.
  const cohen1960 = crossed([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]);
  test("as Cohen published it: pₒ .70, pₑ .41, κ .492", () => {
    const found = defined(cohenKappa(rate(cohen1960)));
    expect(found.observed).toBeCloseTo(0.7, 9);
    expect(found.expected).toBeCloseTo(0.41, 9);
    expect(found.value).toBeCloseTo(29 / 59, 9);
    expect(found.items).toBe(200);
  });

  test("the standard error of Fleiss, Cohen and Everitt", () => {
    // Fleiss, Statistical Methods for Rates and Proportions, table 13.1: κ .676, standard error .088.
    const fleiss = crossed([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    const found = defined(cohenKappa(rate(fleiss)));
    expect(found.value).toBeCloseTo(0.23 / 0.34, 9);
    expect(found.standardError).toBeCloseTo(0.0877, 4);
  });

  test("for two labels the standard error agrees with the delta method by numbers", () => {
    const cells = [40, 9, 6, 20] as const;
    const kappaOf = (p: readonly number[]) => {
      const [a = 0, b = 0, c = 0, d = 0] = p;
      const chance = (a + b) * (a + c) + (c + d) * (b + d);
      return (a + d - chance) / (1 - chance);
    };
    const total = 75;
    const shares = cells.map((each) => each / total);
    const slopes = shares.map((_, at) => {
      const nudged = (by: number) => shares.map((p, other) => (other === at ? p + by : p));
      return (kappaOf(nudged(1e-6)) - kappaOf(nudged(-1e-6))) / 2e-6;
    });
    const mean = slopes.reduce((sum, slope, at) => sum + slope * (shares[at] ?? 0), 0);
    const square = slopes.reduce((sum, slope, at) => sum + slope ** 2 * (shares[at] ?? 0), 0);
    const [a, b, c, d] = cells;
    const found = defined(
      cohenKappa(
        rate(
          crossed([
            [a, b],
            [c, d],
          ]),
        ),
      ),
    );
    expect(found.value).toBeCloseTo(kappaOf(shares), 9);
    expect(found.standardError).toBeCloseTo(Math.sqrt((square - mean ** 2) / total), 6);
  });

  test("the bootstrap interval is about as wide as the standard error says", () => {
    const found = defined(cohenKappa(rate(cohen1960)));
    const { low, high } = found.interval ?? { low: 0, high: 0 };
    const expected = 2 * 1.96 * (found.standardError ?? 0);
    expect((high - low) / expected).toBeGreaterThan(0.9);
    expect((high - low) / expected).toBeLessThan(1.1);
  });
});

describe("Fleiss' κ", () => {
  // Ten subjects, fourteen raters, five categories: the worked example that is printed most often.
  const FOURTEEN = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  // Fleiss 1971, table 1: thirty patients, six psychiatrists.
  const PATIENTS =
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
      .split(" ")
      .map((row) => row.split("").map(Number));

  test("ten subjects by fourteen raters: P̄ .378, P̄ₑ .213, κ .210", () => {
    const found = defined(fleissKappa(rate(counted(FOURTEEN))));
    expect(found.value).toBeCloseTo(0.209_930_704_422_195_2, 9);
    expect(found.observed).toBeCloseTo(0.378_021_978, 8);
    expect(found.expected).toBeCloseTo(0.212_755_102, 8);
  });

  test("Fleiss' own table: κ .430, and z 17.7 with the error of 1979", () => {
    const found = defined(fleissKappa(rate(counted(PATIENTS))));
    expect(found.observed).toBeCloseTo(0.556, 3);
    expect(found.expected).toBeCloseTo(0.22, 3);
    expect(found.value).toBeCloseTo(0.43, 3);
    expect((found.value / (found.standardError ?? 1)).toFixed(1)).toBe("17.7");
  });

  test("with unequal numbers of answers, the items with the usual number count", () => {
    const uneven = classified("a b a b a b", "a b b b . b", "a b a a . .");
    const even = classified("a b a b", "a b b b", "a b a a");
    expect(fleissKappa(rate(uneven), quick)).toEqual(fleissKappa(rate(even), quick));
    expect(fleissKappa(rate(uneven), quick).items).toBe(4);
  });
});

describe("Krippendorff's α", () => {
  // All from Computing Krippendorff's Alpha-Reliability, 2011.
  test.each([
    ["A, two observers, binary", ["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"], 1 - 76 / 84],
    [
      "B, two observers, nominal",
      ["a a b b d c c c e d d a", "b a b b b c c c e d d d"],
      310 / 448,
    ],
    [
      "C, four observers, missing data",
      [
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
      ],
      0.743_421_052_631,
    ],
  ])("%s", (_, people, expected) => {
    expect(defined(krippendorffAlpha(rate(classified(...people)))).value).toBeCloseTo(expected, 9);
  });

  test("of one label equals α of that label against everything else", () => {
    const people = [
      "a a b b d c c c e d d a",
      "b a b b b c c c e d d d",
      "a . b b b c c . e d a d",
    ];
    const shared = sharedItems(rate(classified(...people)));
    const alphas = labelAlphas(tallyCategories(shared), quick);
    expect(shared.categories.length).toBe(5);
    for (const [at, category] of shared.categories.entries()) {
      const name = category.kind === "classify" ? category.labelId : "";
      const binary = people.map((row) => row.replaceAll(/\w/g, (l) => (l === name ? l : "z")));
      const { value } = defined(krippendorffAlpha(rate(classified(...binary)), quick));
      expect(defined(alphas[at] as Measure).value).toBeCloseTo(value, 12);
    }
  });
});

describe("what holds for every measure", () => {
  const people = ["a b c a b a c a b b a c", "a b c b b a a a b c a c", "b b c a . a c a b b a a"];
  const measures = { percentAgreement, cohenKappa, fleissKappa, krippendorffAlpha };
  const valueOf = (measure: Measure) => defined(measure).value;

  test.each(Object.entries(measures))("%s: people, items and labels may be exchanged", (_, of) => {
    const two = people.slice(0, 2);
    const given = valueOf(of(rate(classified(...two))));
    const turned = two.map((row) => row.split(" ").toReversed().join(" "));
    const renamed = two.map((row) =>
      row.replaceAll(/[abc]/g, (label) => ({ a: "c", b: "a", c: "b" })[label] ?? ""),
    );
    expect(valueOf(of(rate(classified(...two.toReversed()))))).toBeCloseTo(given, 12);
    expect(valueOf(of(rate(classified(...turned))))).toBeCloseTo(given, 12);
    expect(valueOf(of(rate(classified(...renamed))))).toBeCloseTo(given, 12);
  });

  test.each(Object.entries(measures))("%s: full agreement is 1, and never certain", (_, of) => {
    const found = defined(of(rate(classified("a b c a b a", "a b c a b a"))));
    expect(found.value).toBe(1);
    expect(found.interval?.high).toBe(1);
    expect(found.interval?.low).toBeLessThan(0.61);
  });

  test.each(Object.entries(measures))("%s: the interval is the same every time", (_, of) => {
    const ratings = rate(classified(...people));
    const found = defined(of(ratings));
    expect(of(ratings)).toEqual(found);
    expect(found.interval?.low).toBeLessThan(found.value);
    expect(found.interval?.high).toBeGreaterThan(found.value);
  });

  test.each([
    ["one person", classified("a b c"), "oneAnnotator"],
    ["nobody", [], "oneAnnotator"],
    ["nothing in common", classified("a b . .", ". . a b"), "noOverlap"],
    ["a single item", classified("a b .", "b . a"), "tooFewItems"],
    ["one label throughout", classified("a a a", "a a a"), "noVariation"],
  ] as const)("with %s a chance-corrected measure has no value", (_, answers, reason) => {
    for (const measureOf of [cohenKappa, fleissKappa, krippendorffAlpha])
      expect(measureOf(rate(answers))).toMatchObject({ state: "undefined", reason });
  });

  test("where nobody agrees the interval is no point either", () => {
    const found = defined(percentAgreement(rate(classified("a b a b a b", "b a b a b a"))));
    expect(found.value).toBe(0);
    // Wilson's for none of six.
    expect(found.interval?.low).toBe(0);
    expect(found.interval?.high).toBeCloseTo(1.96 ** 2 / (6 + 1.96 ** 2), 3);
  });

  test("a label too rare for an interval has a value, and no interval", () => {
    const rare = classified("a a a a a a a a a b", "a a a a a a a a a b");
    expect(krippendorffAlpha(rate(rare))).toMatchObject({ value: 1 });
    const apart = classified("a a a a a a a a a b", "a a a a a a a a a a");
    expect(krippendorffAlpha(rate(apart))).toMatchObject({ state: "defined", interval: null });
  });

  test("of two answers by one person to one item the last counts", () => {
    const again = [...classified("a b b", "a b b"), ...classified("a a b")];
    expect(krippendorffAlpha(rate(again))).toEqual(
      krippendorffAlpha(rate(classified("a a b", "a b b"))),
    );
  });
});

test("1,848 summaries that three workers judged", () => {
  const ratings = rate(judgementAnswers());
  const found = defined(fleissKappa(ratings));
  expect(found.items).toBe(1848);
  expect(found.observed).toBeCloseTo(0.9578, 4);
  expect(found.expected).toBeCloseTo(0.8129, 4);
  expect(found.value).toBeCloseTo(0.7744, 4);
  expect(composeAgreement("classify", judgementAnswers()).counts).toEqual({
    items: 1858,
    shared: 1858,
    // 1,731 of the 1,848 that all three judged, and 9 of the 10 that two did.
    unanimous: 1740,
    answers: 5564,
    annotators: 3,
    repeated: 0,
  });
  // In closed form: on 1,731 all three agree, on 117 one of them dissents.
  expect(found.observed).toBeCloseTo(1 - (117 * 2) / 3 / 1848, 12);
});
