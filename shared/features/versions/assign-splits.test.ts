import { describe, expect, test } from "vitest";
import { seededRandom } from "../comparisons/random.ts";
import { assignSplits, type SplitRow } from "./assign-splits.ts";
import type { SplitPlan } from "./contract.ts";
import type { Split } from "./split.ts";

const PLAN: SplitPlan = {
  seed: 42,
  ratios: { train: 80, validation: 10, test: 10 },
  keepGivenSplits: true,
};

const row = (inputHash: string, more: Partial<SplitRow> = {}): SplitRow => ({
  inputHash,
  group: null,
  given: null,
  stratum: null,
  ...more,
});
const rows = (count: number, more: (index: number) => Partial<SplitRow> = () => ({})) =>
  Array.from({ length: count }, (_, index) => row(`${index}`, more(index)));

function countsOf(splits: readonly Split[]) {
  const counts = { train: 0, validation: 0, test: 0 };
  for (const split of splits) counts[split] += 1;
  return counts;
}

describe("shares", () => {
  test.each([
    [0, { train: 0, validation: 0, test: 0 }],
    [1, { train: 1, validation: 0, test: 0 }],
    [5, { train: 4, validation: 0, test: 1 }],
    [10, { train: 8, validation: 1, test: 1 }],
    [1000, { train: 800, validation: 100, test: 100 }],
  ])("%i single rows at 80/10/10", (count, expected) => {
    expect(countsOf(assignSplits(rows(count), PLAN).splits)).toEqual(expected);
  });

  test("a share of 0 gets nothing, however the groups fall", () => {
    const plan = { ...PLAN, ratios: { train: 70, validation: 0, test: 30 } };
    const grouped = rows(100, (index) => ({ group: `${index % 7}` }));
    expect(countsOf(assignSplits(grouped, plan).splits).validation).toBe(0);
  });

  test("every label has its share, and rare labels do not all fall to one side", () => {
    const labelled = rows(400, (index) => ({ stratum: `label ${index % 80}` }));
    const { splits } = assignSplits(labelled, PLAN);
    expect(countsOf(splits)).toEqual({ train: 320, validation: 40, test: 40 });
    for (let label = 0; label < 80; label += 1)
      expect(countsOf(splits.filter((_, index) => index % 80 === label)).train).toBe(4);
  });
});

describe("given splits", () => {
  test("are kept exactly, even where one text occurs in two of them", () => {
    const given = [
      row("same", { given: "train" }),
      row("same", { given: "test" }),
      row("other", { given: "validation" }),
    ];
    expect(assignSplits(given, PLAN).splits).toEqual(["train", "test", "validation"]);
  });

  test("are set aside when the plan says so", () => {
    const given = rows(100, () => ({ given: "train" }));
    const { splits } = assignSplits(given, { ...PLAN, keepGivenSplits: false });
    expect(countsOf(splits)).toEqual({ train: 80, validation: 10, test: 10 });
  });

  test("stay as they are when the file gave every row one: nothing is moved to fill a missing split", () => {
    const given = rows(1300, (index) => ({ given: index < 400 ? "test" : "train" }));
    const { splits } = assignSplits(given, PLAN);
    expect(countsOf(splits)).toEqual({ train: 900, validation: 0, test: 400 });
    expect(splits.slice(0, 400).every((split) => split === "test")).toBe(true);
  });

  test("the rest is shared out; a test set that came with the file gets no more rows", () => {
    const mixed = rows(1000, (index) => (index < 100 ? { given: "test" } : {}));
    expect(countsOf(assignSplits(mixed, PLAN).splits)).toEqual({
      train: 800,
      validation: 100,
      test: 100,
    });
  });

  test.each<[string, SplitRow[], Split]>([
    ["by input", [row("x", { given: "validation" }), row("x")], "validation"],
    ["by group", [row("x", { given: "test", group: "g" }), row("y", { group: "g" })], "test"],
    [
      "to test rather than train",
      [row("x", { given: "train" }), row("x", { given: "test" }), row("x")],
      "test",
    ],
    [
      "through another row",
      [row("x", { given: "test" }), row("x", { group: "g" }), row("z", { group: "g" })],
      "test",
    ],
  ])("a row follows the given rows it is tied to, %s", (_, tied, expected) => {
    expect(assignSplits(tied, PLAN).splits.at(-1)).toBe(expected);
  });
});

describe("for any rows", () => {
  const random = seededRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  const given: (Split | null)[] = [null, null, "train", "test", "validation"];
  const cases = Array.from({ length: 60 }, (_, number) => ({
    plan: { ...PLAN, seed: number },
    many: Array.from({ length: 20 + below(200) }, () =>
      row(`${below(150)}`, {
        group: below(2) === 0 ? `g${below(40)}` : null,
        stratum: `l${below(5)}`,
        given: number % 2 === 0 ? null : (given[below(given.length)] ?? null),
      }),
    ),
  }));

  test("tied rows that were shared out land in one split", () => {
    for (const { plan, many } of cases) {
      const { splits } = assignSplits(many, plan);
      const seen = new Map<string, Split>();
      for (const [index, each] of many.entries()) {
        if (each.given !== null) continue;
        for (const tie of [`i${each.inputHash}`, `g${each.group ?? `none ${index}`}`]) {
          const split = splits[index] as Split;
          expect(seen.get(tie) ?? split).toBe(split);
          seen.set(tie, split);
        }
      }
    }
  });

  test("given rows stay, and every row has a split", () => {
    for (const { plan, many } of cases) {
      const { splits } = assignSplits(many, plan);
      expect(splits).toHaveLength(many.length);
      const kept = many.map((each, index) => each.given ?? splits[index]);
      expect(splits).toEqual(kept);
    }
  });

  test("the order of rows makes no difference", () => {
    for (const { plan, many } of cases) {
      const order = many.map((_, index) => index).toSorted(() => random() - 0.5);
      const { splits, groups } = assignSplits(many, plan);
      const again = assignSplits(
        order.map((index) => many[index] as SplitRow),
        plan,
      );
      expect(again.splits).toEqual(order.map((index) => splits[index]));
      expect(again.groups).toBe(groups);
    }
  });

  test("another seed shares out differently", () => {
    const many = rows(100);
    const first = assignSplits(many, PLAN).splits;
    expect(assignSplits(many, PLAN).splits).toEqual(first);
    expect(assignSplits(many, { ...PLAN, seed: 43 }).splits).not.toEqual(first);
  });
});

test("groups are counted through chains of ties", () => {
  const chained = [
    row("a", { group: "1" }),
    row("a", { group: "2" }),
    row("b", { group: "2" }),
    row("c"),
  ];
  expect(assignSplits(chained, PLAN).groups).toBe(2);
});
