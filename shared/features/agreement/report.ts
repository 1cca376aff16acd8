import type { AnswerValue } from "../annotations/answer-value.ts";
import type { TaskType } from "../projects/task-type.ts";
import { krippendorffAlpha, labelAlphas } from "./alpha.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { listConfusions, outcomeOf } from "./confusions.ts";
import type {
  AgreementReport,
  LabelAgreement,
  Measure,
  MeasureName,
  NamedMeasure,
  PairAgreement,
  SelfAgreement,
} from "./contract.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import type { Resampling } from "./measure.ts";
import { agreeingShare, percentAgreement } from "./percent.ts";
import {
  codeRatings,
  type GivenAnswer,
  itemsOfPair,
  type Ratings,
  sharedItems,
  tallyCategories,
  tallyKinds,
} from "./ratings.ts";
import { jaccardDistance, masiDistance, setAlpha } from "./set-alpha.ts";
import { spanF1 } from "./span-f1.ts";
import { unitizingAlpha } from "./unitizing-alpha.ts";
import { meanWordLikeness } from "./word-likeness.ts";

/** A table of pairs is read by eye: coarser intervals do, and there may be many pairs. */
const PAIR_RESAMPLES = 400;
/** Pairs of people measured; with more people than that nobody reads the table. */
const MOST_PAIRS = 300;

const MAIN_NAMES = {
  classify: "alpha",
  rank: "alpha",
  tag: "masiAlpha",
  extract: "unitizingAlpha",
  write: "wordLikeness",
  chat: "wordLikeness",
} as const satisfies Record<TaskType, MeasureName>;

/** Everything that answers of several people to the same items say about their agreement. */
export function composeAgreement(
  taskType: TaskType,
  answers: Iterable<GivenAnswer>,
  resampling: Resampling = {},
): AgreementReport {
  const ratings = codeRatings(answers);
  const shared = sharedItems(ratings);
  const { measures, perLabel } = measuresOf(taskType, ratings, resampling);
  return {
    taskType,
    counts: {
      items: ratings.items,
      shared: shared.items,
      unanimous: countUnanimous(shared),
      answers: ratings.category.length,
      annotators: ratings.annotators.length,
      repeated: ratings.repeated,
    },
    mainName: MAIN_NAMES[taskType],
    measures,
    perLabel,
    pairs: listPairs(taskType, shared, resampling),
    confusions: listConfusions(shared),
  };
}

function countUnanimous(shared: Ratings): number {
  const tally = tallyCategories(shared);
  let unanimous = 0;
  for (let u = 0; u < shared.items; u += 1) if (agreeingShare(tally, u) === 1) unanimous += 1;
  return unanimous;
}

function measuresOf(
  taskType: TaskType,
  ratings: Ratings,
  resampling: Resampling,
): { measures: NamedMeasure[]; perLabel: LabelAgreement[] } {
  const percent: NamedMeasure = { name: "percent", measure: percentAgreement(ratings, resampling) };
  if (taskType === "classify" || taskType === "rank")
    return {
      measures: [percent, ...nominalMeasures(ratings, resampling)],
      perLabel: perKind(ratings, namedOnce, resampling),
    };
  if (taskType === "tag")
    return {
      measures: [
        percent,
        { name: "masiAlpha", measure: setAlpha(ratings, masiDistance, resampling) },
        { name: "jaccardAlpha", measure: setAlpha(ratings, jaccardDistance, resampling) },
      ],
      perLabel: perKind(ratings, labelsNamed, resampling),
    };
  if (taskType === "extract") {
    const { overall, perLabel } = unitizingAlpha(ratings, resampling);
    return {
      measures: [
        percent,
        { name: "spanF1", measure: spanF1(ratings, resampling) },
        { name: "unitizingAlpha", measure: overall },
      ],
      perLabel,
    };
  }
  return {
    measures: [percent, { name: "wordLikeness", measure: meanWordLikeness(ratings, resampling) }],
    perLabel: [],
  };
}

/** Two people have Cohen's κ, more have Fleiss'; α is there for both and bears missing answers. */
function nominalMeasures(ratings: Ratings, resampling: Resampling): NamedMeasure[] {
  const kappa: NamedMeasure =
    ratings.annotators.length > 2
      ? { name: "fleissKappa", measure: fleissKappa(ratings, resampling) }
      : { name: "cohenKappa", measure: cohenKappa(ratings, [0, 1], resampling) };
  return [kappa, { name: "alpha", measure: krippendorffAlpha(ratings, resampling) }];
}

const namedOnce = (value: AnswerValue): readonly string[] => {
  if (value.kind === "classify") return [value.labelId];
  return value.kind === "rank" ? [outcomeOf(value)] : [];
};
const labelsNamed = (value: AnswerValue): readonly string[] =>
  value.kind === "tag" ? [...new Set(value.labelIds)] : [];

function perKind(
  ratings: Ratings,
  namesOf: (value: AnswerValue) => readonly string[],
  resampling: Resampling,
): LabelAgreement[] {
  const shared = sharedItems(ratings);
  const names = shared.categories.map(namesOf);
  const kinds = [...new Set(names.flat())];
  const indexOf = new Map(kinds.map((name, at) => [name, at]));
  const kindsOf = names.map((each) => each.map((name) => indexOf.get(name) as number));
  if (shared.items < 2) return [];
  const tally = tallyKinds(shared, kinds.length, (category) => kindsOf[category] ?? []);
  const uses = new Float64Array(kinds.length);
  tally.kind.forEach((kind, at) => {
    uses[kind] = (uses[kind] as number) + (tally.count[at] as number);
  });
  return labelAlphas(tally, resampling).map((measure, at) => ({
    labelId: kinds[at] as string,
    uses: uses[at] as number,
    measure,
  }));
}

/** The measure of one pair, or of one person at two times. */
function mainMeasure(taskType: TaskType, ratings: Ratings, resampling: Resampling): Measure {
  switch (taskType) {
    case "classify":
    case "rank":
      return cohenKappa(ratings, [0, 1], resampling);
    case "tag":
      return setAlpha(ratings, masiDistance, resampling);
    case "extract":
      return unitizingAlpha(ratings, resampling).overall;
    case "write":
    case "chat":
      return meanWordLikeness(ratings, resampling);
  }
}

/** Every two people with an item in common, those with most of them first. */
function listPairs(taskType: TaskType, shared: Ratings, resampling: Resampling): PairAgreement[] {
  const coarse = { ...resampling, resamples: PAIR_RESAMPLES };
  return pairsInCommon(shared)
    .slice(0, MOST_PAIRS)
    .map(([first, second]) => {
      const both = itemsOfPair(shared, first, second);
      return {
        first: shared.annotators[first] ?? "",
        second: shared.annotators[second] ?? "",
        items: both.items,
        percent: percentAgreement(both, coarse),
        main: mainMeasure(taskType, both, coarse),
      };
    });
}

function pairsInCommon({ items, start, annotator, annotators }: Ratings): [number, number][] {
  const people = annotators.length;
  const common = new Map<number, number>();
  for (let u = 0; u < items; u += 1)
    for (let a = start[u] as number; a < (start[u + 1] as number); a += 1)
      for (let b = start[u] as number; b < a; b += 1) {
        const [x, y] = [annotator[a] as number, annotator[b] as number];
        const key = Math.min(x, y) * people + Math.max(x, y);
        common.set(key, (common.get(key) ?? 0) + 1);
      }
  return [...common]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([key]) => [Math.floor(key / people), key % people]);
}

/** One person's two answers to the same items, weeks apart: whether they agree with themselves. */
export interface AnsweredTwice {
  person: string;
  first: AnswerValue;
  second: AnswerValue;
  length: number;
}

/** How far each person gives the same answer again, people with most such items first. */
export function composeConsistency(
  taskType: TaskType,
  answered: Iterable<AnsweredTwice>,
  resampling: Resampling = {},
): SelfAgreement[] {
  const coarse = { ...resampling, resamples: PAIR_RESAMPLES };
  return [...Map.groupBy(answered, ({ person }) => person)]
    .map(([person, items]) => {
      const ratings = codeRatings(
        items.flatMap(({ first, second, length }, at): GivenAnswer[] => [
          { item: `${at}`, annotator: "first", value: first, length },
          { item: `${at}`, annotator: "second", value: second, length },
        ]),
      );
      return {
        annotatorId: person,
        items: items.length,
        percent: percentAgreement(ratings, coarse),
        main: mainMeasure(taskType, ratings, coarse),
      };
    })
    .toSorted((a, b) => b.items - a.items);
}
