import { FEW_PER_LABEL } from "../projects/journey.ts";
import { LABELLED_TASK_TYPES, type TaskType } from "../projects/task-type.ts";
import type { Split } from "../versions/split.ts";
import type { CheckReport, Finding, FindingCode, LabelCount } from "./contract.ts";
import {
  CONTEXT_LIMIT,
  LEAST_CHOICES,
  LEAST_LABELLED,
  ONE_SIDED_SHARE,
  RECOMMENDED_LABELLED,
} from "./limits.ts";

/** What was found in the answers themselves; numbers are counts of examples. */
export interface AnswerFacts {
  nothingMarked: number;
  spanBlankEdges: number;
  spanCutsWord: number;
  inconsistentSpans: number;
  /** The passages that are marked in more than one way. */
  inconsistentPassages: readonly string[];
  oddConversations: number;
  nothingToLearn: number;
  sameResponses: number;
  /** How often the preferred response stood first, second, … */
  preferredByPlace: readonly number[];
}

/** What a check counted; every number is a count of examples unless named otherwise. */
export interface CheckFacts extends AnswerFacts {
  taskType: TaskType;
  examples: number;
  labelled: number;
  unlabelled: number;
  skipped: number;
  flagged: number;
  perLabel: LabelCount[];
  /** By the split that came with the file. */
  perSplit: Record<Split, number>;
  emptyInputs: number;
  emptyResponses: number;
  duplicates: number;
  /** How many of the duplicates can go. */
  surplus: number;
  conflicts: number;
  conflictGroups: number;
  leaked: number;
  /** Inputs, and groups that came with the file, that stand in more than one split. */
  leakedInputs: number;
  leakedGroups: number;
  truncated: number;
  tokens: CheckReport["tokens"];
}

type Draft = Omit<Finding, "findingId">;
type Rule = (facts: CheckFacts) => Draft | null;

/** Names shown in a message before it says "and more". */
const MOST_NAMES = 5;

const listed = (names: readonly string[]) =>
  names
    .slice(0, MOST_NAMES)
    .concat(names.length > MOST_NAMES ? ["…"] : [])
    .join(", ");
const namesOf = (labels: LabelCount[]) => listed(labels.map(({ name }) => name));

const namesLabels = ({ taskType }: CheckFacts) => LABELLED_TASK_TYPES.includes(taskType);
const moreFrom = ({ unlabelled }: CheckFacts) => (unlabelled > 0 ? "labelMore" : "bringMore");

const about = (
  code: FindingCode,
  severity: Finding["severity"],
  fix: Finding["fix"],
  examples: number,
  params: Finding["params"] = {},
): Draft => ({ code, severity, fix, examples, params: { examples, ...params } });

const unlabelled: Rule = (f) =>
  f.unlabelled === 0 ? null : about("unlabelled", "note", "labelThese", f.unlabelled);

const emptyInput: Rule = (f) =>
  f.emptyInputs === 0 ? null : about("emptyInput", "warning", "reviewThese", f.emptyInputs);

const emptyResponse: Rule = (f) =>
  f.emptyResponses === 0
    ? null
    : about("emptyResponse", "warning", "reviewThese", f.emptyResponses);

const exactDuplicates: Rule = ({ duplicates, surplus }) =>
  surplus === 0
    ? null
    : about("exactDuplicates", "warning", "removeDuplicates", duplicates, { surplus });

const conflictingAnswers: Rule = ({ conflicts, conflictGroups }) =>
  conflicts === 0
    ? null
    : about("conflictingAnswers", "warning", "reviewThese", conflicts, { inputs: conflictGroups });

const splitLeakage: Rule = ({ leaked, leakedInputs, leakedGroups }) =>
  leaked === 0
    ? null
    : about("splitLeakage", "warning", "regroup", leaked, {
        inputs: leakedInputs,
        groups: leakedGroups,
      });

const tooFewExamples: Rule = (f) =>
  f.labelled >= RECOMMENDED_LABELLED
    ? null
    : about("tooFewExamples", f.labelled < LEAST_LABELLED ? "blocker" : "warning", moreFrom(f), 0, {
        labelled: f.labelled,
        minimum: LEAST_LABELLED,
        recommended: RECOMMENDED_LABELLED,
      });

const tooFewLabels: Rule = (f) => {
  const used = f.perLabel.filter(({ examples }) => examples > 0).length;
  // One label of several, or one kind of mark, can be there or not; of exclusive labels it takes two.
  const least = f.taskType === "classify" ? 2 : 1;
  if (!namesLabels(f) || f.labelled === 0 || used >= least) return null;
  return about("tooFewLabels", "blocker", moreFrom(f), 0, { used });
};

const tooFewPerLabel: Rule = (f) => {
  const rare = f.perLabel.filter(({ examples }) => examples > 0 && examples < FEW_PER_LABEL);
  if (!namesLabels(f) || rare.length === 0) return null;
  const examples = rare.reduce((sum, label) => sum + label.examples, 0);
  return about("tooFewPerLabel", "warning", moreFrom(f), examples, {
    labels: namesOf(rare),
    count: rare.length,
    minimum: FEW_PER_LABEL,
  });
};

const unusedLabel: Rule = (f) => {
  const unused = f.perLabel.filter(({ examples }) => examples === 0);
  if (!namesLabels(f) || f.labelled === 0 || unused.length === 0) return null;
  return about("unusedLabel", "note", "removeLabel", 0, {
    labels: namesOf(unused),
    count: unused.length,
  });
};

const truncated: Rule = (f) =>
  f.truncated === 0
    ? null
    : about("truncated", "warning", "shorten", f.truncated, {
        limit: CONTEXT_LIMIT,
        longest: f.tokens.longest,
      });

const noTestExamples: Rule = ({ perSplit }) =>
  perSplit.test > 0 || perSplit.train + perSplit.validation === 0
    ? null
    : about("noTestExamples", "warning", "regroup", 0, { train: perSplit.train });

const flagged: Rule = (f) =>
  f.flagged === 0 ? null : about("flagged", "note", "reviewThese", f.flagged);

const nothingMarked: Rule = (f) =>
  f.nothingMarked === 0 ? null : about("nothingMarked", "note", "reviewThese", f.nothingMarked);

const spanBlankEdges: Rule = (f) =>
  f.spanBlankEdges === 0
    ? null
    : about("spanBlankEdges", "warning", "reviewThese", f.spanBlankEdges);

const spanCutsWord: Rule = (f) =>
  f.spanCutsWord === 0 ? null : about("spanCutsWord", "warning", "reviewThese", f.spanCutsWord);

const inconsistentSpans: Rule = ({ inconsistentSpans: examples, inconsistentPassages }) =>
  examples === 0
    ? null
    : about("inconsistentSpans", "warning", "reviewThese", examples, {
        passages: listed(inconsistentPassages),
        count: inconsistentPassages.length,
      });

const oddConversation: Rule = (f) =>
  f.oddConversations === 0
    ? null
    : about("oddConversation", "warning", "reviewThese", f.oddConversations);

const nothingToLearn: Rule = (f) =>
  f.nothingToLearn === 0
    ? null
    : about("nothingToLearn", "warning", "reviewThese", f.nothingToLearn);

const sameResponses: Rule = (f) =>
  f.sameResponses === 0 ? null : about("sameResponses", "warning", "reviewThese", f.sameResponses);

const oneSidedPreference: Rule = (f) => {
  const { preferredByPlace } = f;
  const decided = preferredByPlace.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...preferredByPlace);
  if (decided < LEAST_CHOICES || most < decided * ONE_SIDED_SHARE) return null;
  return about("oneSidedPreference", "warning", moreFrom(f), 0, {
    place: preferredByPlace.indexOf(most) + 1,
    times: most,
    decided,
  });
};

const RULES: readonly Rule[] = [
  tooFewExamples,
  tooFewLabels,
  conflictingAnswers,
  inconsistentSpans,
  oneSidedPreference,
  emptyResponse,
  emptyInput,
  oddConversation,
  nothingToLearn,
  sameResponses,
  spanBlankEdges,
  spanCutsWord,
  exactDuplicates,
  splitLeakage,
  truncated,
  noTestExamples,
  tooFewPerLabel,
  unusedLabel,
  nothingMarked,
  flagged,
  unlabelled,
];
const ORDER: readonly Finding["severity"][] = ["blocker", "warning", "note"];

/** The findings, gravest first. There is one of each kind at most, so its code is its id in every report. */
export function findProblems(facts: CheckFacts): Finding[] {
  return RULES.flatMap((rule) => rule(facts) ?? [])
    .map((draft) => ({ findingId: draft.code, ...draft }))
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** Token counts in short; `counts` holds one entry an example. Percentiles by nearest rank. */
export function summariseTokens(counts: Uint32Array): CheckReport["tokens"] {
  const sorted = counts.toSorted();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return {
    total: sorted.reduce((sum, count) => sum + count, 0),
    median: at(0.5),
    p95: at(0.95),
    longest: at(1),
    limit: CONTEXT_LIMIT,
    estimate: true,
  };
}

/** The report as it is kept; whether it is outdated shows only when it is read. */
export function composeReport(facts: CheckFacts, ranAtMs: number): Omit<CheckReport, "outdated"> {
  const findings = findProblems(facts);
  return {
    ranAtMs,
    ready: !findings.some(({ severity }) => severity === "blocker"),
    counts: {
      examples: facts.examples,
      labelled: facts.labelled,
      unlabelled: facts.unlabelled,
      skipped: facts.skipped,
      perLabel: facts.perLabel,
      perSplit: facts.perSplit,
    },
    tokens: facts.tokens,
    findings,
  };
}
