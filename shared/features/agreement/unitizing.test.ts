import { describe, expect, test } from "vitest";
import type { Measure } from "./contract.ts";
import type { GivenAnswer } from "./ratings.ts";
import { spanF1 } from "./span-f1.ts";
import { stretchesByLabel } from "./spans.ts";
import { marked, rate } from "./testing/answers.ts";
import { labelDisagreements, unitizingAlpha } from "./unitizing-alpha.ts";
import { stretchDistance } from "./unitizing-distance.ts";

const valueOf = (measure: Measure | undefined) => {
  if (measure?.state !== "defined") throw new Error(`not defined: ${measure?.reason}`);
  return measure.value;
};
const quick = { resamples: 50 };

/** The same from the definition: every character, every pair of sections, every place, one after the other. */
function byDefinition(people: string[], length: number): { observed: number; expected: number } {
  interface Section {
    at: number;
    length: number;
    isUnit: boolean;
  }
  // "." is a gap; a letter is a unit, and another letter begins another unit.
  const sections = people.map((row) => {
    const found: Section[] = [];
    row.split("").forEach((sign, at) => {
      if (at > 0 && row[at - 1] === sign) (found.at(-1) as Section).length += 1;
      else found.push({ at, length: 1, isUnit: sign !== "." });
    });
    return found;
  });
  const apart = (a: Section, b: Section): number => {
    const meet = a.at < b.at + b.length && b.at < a.at + a.length;
    if (a.isUnit && b.isUnit)
      return meet ? (a.at - b.at) ** 2 + (a.at + a.length - b.at - b.length) ** 2 : 0;
    const [unit, gap] = a.isUnit ? [a, b] : [b, a];
    if (!unit.isUnit || gap.isUnit) return 0;
    return gap.at <= unit.at && unit.at + unit.length <= gap.at + gap.length ? unit.length ** 2 : 0;
  };
  const m = people.length;
  let observed = 0;
  sections.forEach((one, i) =>
    sections.forEach((two, j) => {
      if (i === j) return;
      for (const a of one) for (const b of two) observed += apart(a, b);
    }),
  );
  observed /= m * (m - 1) * length ** 2;
  const all = sections.flat();
  const units = all.filter(({ isUnit }) => isUnit);
  let sum = 0;
  units.forEach((unit, at) => {
    // Every other unit once, slid along it from the first to the last place where the two meet.
    for (const other of units.slice(at + 1))
      for (let shift = 1 - unit.length; shift < other.length; shift += 1)
        sum += apart({ ...unit, at: shift }, { ...other, at: 0 });
    for (const gap of all.filter(({ isUnit }) => !isUnit))
      for (let place = 0; place + unit.length <= gap.length; place += 1)
        sum += apart({ ...unit, at: place }, { ...gap, at: 0 });
  });
  const total = m * length;
  const within = units.reduce((before, unit) => before + unit.length * (unit.length - 1), 0);
  return { observed, expected: (2 * sum) / (length * (total * (total - 1) - within)) };
}

/** A row of signs as spans of the label "x". */
function spansOf(item: string, annotator: string, row: string): GivenAnswer {
  const spans = [...row.matchAll(/([a-z])\1*/g)].map(
    ({ index, 0: text }) => `x:${index}-${index + text.length}`,
  );
  return marked(item, annotator, row.length, spans.join(" "));
}

describe("ᵤα", () => {
  // Krippendorff, Content Analysis, 2nd edition 2004, page 254: a continuum from 150 to 450, here from 0.
  const krippendorff2004 = [
    marked("text", "i", 300, "c:75-145 c:220-250 k:30-90 k:150-200"),
    marked("text", "j", 300, "c:70-150 c:205-225 c:250-270 k:30-90 k:150-200"),
  ];

  test("as Krippendorff published it: .0144, .0532 and .7286 for c; .0490 and 1 for k; .8591", () => {
    const found = labelDisagreements(rate(krippendorff2004));
    expect(found.get("c")?.observed).toBeCloseTo(0.0144, 4);
    expect(found.get("c")?.expected).toBeCloseTo(0.0532, 4);
    expect(found.get("k")?.observed).toBe(0);
    expect(found.get("k")?.expected).toBeCloseTo(0.049, 4);
    const none = { observed: 1, expected: 1 };
    const { c, k } = { c: found.get("c") ?? none, k: found.get("k") ?? none };
    expect(1 - c.observed / c.expected).toBeCloseTo(0.7286, 4);
    expect(1 - (c.observed + k.observed) / (c.expected + k.expected)).toBeCloseTo(0.8591, 3);
  });

  test.each([
    [["aaa...bb..", "..aaa..bb."]],
    [["aaabbb....", ".aabbbb..."]],
    [["..........", "...aaaa..."]],
    [["a.........", ".........a", "....a....."]],
    [["aaaaaaaaaa", "aaaaa.bbbb", "aaaabbbbbb"]],
    [["aa..b.cc.dd..", ".aa.bb.c..dd.", "............."]],
    [["a.b.c.d.e.f.g", "aaaaaaaaaaaaa"]],
  ])("%j, place by place", (people) => {
    const length = people[0]?.length ?? 0;
    const answers = people.map((row, at) => spansOf("text", `${at}`, row));
    const found = labelDisagreements(rate(answers)).get("x");
    const defined = byDefinition(people, length);
    expect(found?.observed).toBeCloseTo(defined.observed, 12);
    expect(found?.expected).toBeCloseTo(defined.expected, 12);
  });

  test("several texts are pieces of one, whose ends end every gap", () => {
    const texts = [
      ["a..bb", ".a.bb"],
      ["..aaaa.", "..aaa.."],
      ["bbbb..", ".bb..."],
    ];
    // "|" would be a gap of its own; here gaps simply stop, so the sums are those of the pieces.
    const answers = texts.flatMap((rows, text) =>
      rows.map((row, at) => spansOf(`${text}`, `${at}`, row)),
    );
    const found = labelDisagreements(rate(answers)).get("x");
    const joined = [0, 1].map((at) => texts.map((rows) => rows[at]).join(""));
    const whole = byDefinition(joined, joined[0]?.length ?? 0);
    expect(found?.observed).toBeCloseTo(whole.observed, 12);
    expect(found?.expected).toBeLessThanOrEqual(whole.expected);
    expect(found?.expected).toBeGreaterThan(0.8 * whole.expected);
  });

  const texts = [
    marked("1", "i", 40, "c:3-9 k:20-25"),
    marked("1", "j", 40, "c:3-8 k:20-26"),
    marked("2", "i", 60, "c:30-34"),
    marked("2", "j", 60, "c:31-36 k:1-4"),
    marked("2", "l", 60, "c:30-36"),
    marked("3", "j", 25, ""),
    marked("3", "l", 25, "k:2-9"),
  ];

  test("people, texts and labels may be exchanged", () => {
    const given = valueOf(unitizingAlpha(rate(texts), quick).overall);
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(1);
    const people = { i: "l", j: "i", l: "j" } as Record<string, string>;
    const swapped = texts.map((each) => ({ ...each, annotator: people[each.annotator] ?? "" }));
    expect(valueOf(unitizingAlpha(rate(swapped), quick).overall)).toBeCloseTo(given, 12);
    expect(valueOf(unitizingAlpha(rate(texts.toReversed()), quick).overall)).toBeCloseTo(given, 12);
    const renamed = JSON.parse(
      JSON.stringify(texts)
        .replaceAll('"c"', '"x"')
        .replaceAll('"k"', '"c"')
        .replaceAll('"x"', '"k"'),
    ) as GivenAnswer[];
    expect(valueOf(unitizingAlpha(rate(renamed), quick).overall)).toBeCloseTo(given, 12);
  });

  test("full agreement is 1, and what nobody marked has no value", () => {
    const same = [
      ...["i", "j"].map((who) => marked("1", who, 40, "c:3-9")),
      ...["i", "j"].map((who) => marked("2", who, 40, "c:13-19")),
    ];
    const { overall, perLabel } = unitizingAlpha(rate(same), quick);
    expect(overall).toMatchObject({ value: 1, items: 2 });
    expect(perLabel).toMatchObject([{ labelId: "c", uses: 4, measure: { value: 1 } }]);
    const nothing = same.map((each) => marked(each.item, each.annotator, 40, ""));
    expect(unitizingAlpha(rate(nothing), quick)).toMatchObject({
      overall: { state: "undefined", reason: "noVariation" },
      perLabel: [],
    });
    expect(spanF1(rate(nothing))).toMatchObject({ state: "undefined", reason: "noVariation" });
    expect(unitizingAlpha(rate(same.slice(0, 1)), quick).overall).toMatchObject({
      reason: "oneAnnotator",
    });
  });

  test("an interval surrounds the value", () => {
    const twice = [...texts, ...texts.map((each) => ({ ...each, item: `${each.item} again` }))];
    const { overall } = unitizingAlpha(rate(twice), { resamples: 400 });
    if (overall.state !== "defined" || !overall.interval) throw new Error("no interval");
    expect(overall.interval.low).toBeLessThanOrEqual(overall.value);
    expect(overall.interval.high).toBeGreaterThanOrEqual(overall.value);
    // Of a handful of texts nothing of that kind can be said.
    expect(unitizingAlpha(rate(texts), quick).overall).toMatchObject({ interval: null });
  });
});

test("spans of one person and label that overlap are one, those that touch are two", () => {
  const [{ value }] = [marked("1", "i", 99, "c:5-9 c:7-12 c:12-14 k:6-8 c:20-20")];
  expect([...stretchesByLabel(value)]).toEqual([
    [
      "c",
      [
        { start: 5, end: 12 },
        { start: 12, end: 14 },
      ],
    ],
    ["k", [{ start: 6, end: 8 }]],
  ]);
});

test.each([
  // Krippendorff 2004, figure of δ²: units from 220 to 300 and 225 to 295; 355 to 375 and 370 to 400.
  [[225, 295], [220, 300], 50],
  [[370, 400], [355, 375], 850],
  [[0, 5], [5, 9], 25 + 16],
])("%j and %j are apart by %i", ([a = 0, b = 0], [c = 0, d = 0], expected) => {
  expect(stretchDistance([{ start: a, end: b }], [{ start: c, end: d }])).toBe(expected);
});

test("of five spans two are common to both", () => {
  const answers = [
    marked("1", "i", 99, "c:1-4 k:6-8"),
    marked("1", "j", 99, "c:1-4"),
    marked("2", "i", 99, "c:1-4"),
    marked("2", "j", 99, "c:1-5"),
  ];
  expect(valueOf(spanF1(rate(answers)))).toBeCloseTo(2 / 5, 12);
});
