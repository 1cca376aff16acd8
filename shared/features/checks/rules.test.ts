import { expect, test } from "vitest";
import { translate } from "../../messages/translate.ts";
import type { Finding, FindingCode } from "./contract.ts";
import { type CheckFacts, composeReport, findProblems, summariseTokens } from "./rules.ts";

const label = (name: string, examples: number) => ({ labelId: name, name, examples });

/** A project that a check has nothing to say about. */
const SOUND: CheckFacts = {
  taskType: "classify",
  examples: 100,
  labelled: 100,
  unlabelled: 0,
  skipped: 0,
  flagged: 0,
  perLabel: [label("A", 50), label("B", 50)],
  perSplit: { train: 0, validation: 0, test: 0 },
  emptyInputs: 0,
  emptyResponses: 0,
  duplicates: 0,
  surplus: 0,
  conflicts: 0,
  conflictGroups: 0,
  leaked: 0,
  leakedInputs: 0,
  leakedGroups: 0,
  truncated: 0,
  nothingMarked: 0,
  spanBlankEdges: 0,
  spanCutsWord: 0,
  inconsistentSpans: 0,
  inconsistentPassages: [],
  oddConversations: 0,
  nothingToLearn: 0,
  sameResponses: 0,
  preferredByPlace: [],
  tokens: { total: 0, median: 0, p95: 0, longest: 9, limit: 65_536, estimate: true },
};

interface Case {
  when: Partial<CheckFacts>;
  code: FindingCode;
  severity: Finding["severity"];
  fix: Finding["fix"];
  title: string;
  why?: RegExp;
}

const cases: Case[] = [
  {
    when: { nothingMarked: 2 },
    code: "nothingMarked",
    severity: "note",
    fix: "reviewThese",
    title: "2 answered examples have no label at all",
  },
  {
    when: { spanBlankEdges: 1 },
    code: "spanBlankEdges",
    severity: "warning",
    fix: "reviewThese",
    title: "1 example has marks that begin or end with a blank",
  },
  {
    when: { spanCutsWord: 2 },
    code: "spanCutsWord",
    severity: "warning",
    fix: "reviewThese",
    title: "2 examples have marks that cut through a word",
  },
  {
    when: { inconsistentSpans: 5, inconsistentPassages: ["Paris", "Rome"] },
    code: "inconsistentSpans",
    severity: "warning",
    fix: "reviewThese",
    title: "2 passages are marked in different ways",
    why: /Paris, Rome/,
  },
  {
    when: { oddConversations: 1 },
    code: "oddConversation",
    severity: "warning",
    fix: "reviewThese",
    title: "1 conversation is not whole",
  },
  {
    when: { nothingToLearn: 2 },
    code: "nothingToLearn",
    severity: "warning",
    fix: "reviewThese",
    title: "2 conversations will be left out of training",
  },
  {
    when: { sameResponses: 1 },
    code: "sameResponses",
    severity: "warning",
    fix: "reviewThese",
    title: "1 example offers the same response twice",
  },
  {
    when: { preferredByPlace: [1, 39] },
    code: "oneSidedPreference",
    severity: "warning",
    fix: "bringMore",
    title: "Nearly always response 2 is preferred: 39 of 40 times",
  },
  {
    when: { unlabelled: 1 },
    code: "unlabelled",
    severity: "note",
    fix: "labelThese",
    title: "1 example is not answered yet",
  },
  {
    when: { emptyInputs: 2 },
    code: "emptyInput",
    severity: "warning",
    fix: "reviewThese",
    title: "2 examples have no text",
  },
  {
    when: { emptyResponses: 1 },
    code: "emptyResponse",
    severity: "warning",
    fix: "reviewThese",
    title: "1 response is empty",
  },
  {
    when: { duplicates: 5, surplus: 3 },
    code: "exactDuplicates",
    severity: "warning",
    fix: "removeDuplicates",
    title: "3 examples are copies of another",
  },
  {
    when: { conflicts: 4, conflictGroups: 2 },
    code: "conflictingAnswers",
    severity: "warning",
    fix: "reviewThese",
    title: "2 texts have different answers",
    why: /^4 examples say the same/,
  },
  {
    when: { leaked: 5, leakedInputs: 1, leakedGroups: 0 },
    code: "splitLeakage",
    severity: "warning",
    fix: "regroup",
    title: "5 examples stand on both sides of training and testing",
    why: /^1 text occurs in more than one part. A model/,
  },
  {
    when: { labelled: 49, unlabelled: 51 },
    code: "tooFewExamples",
    severity: "warning",
    fix: "labelMore",
    title: "Only 49 examples are answered",
  },
  {
    when: { labelled: 9 },
    code: "tooFewExamples",
    severity: "blocker",
    fix: "bringMore",
    title: "Only 9 examples are answered",
  },
  {
    when: { labelled: 0, unlabelled: 100 },
    code: "tooFewExamples",
    severity: "blocker",
    fix: "labelMore",
    title: "No example is answered yet",
  },
  {
    when: { perLabel: [label("A", 100), label("B", 0)] },
    code: "tooFewLabels",
    severity: "blocker",
    fix: "bringMore",
    title: "Only one label is in use",
  },
  {
    when: { perLabel: [label("A", 90), label("B", 9), label("C", 1)] },
    code: "tooFewPerLabel",
    severity: "warning",
    fix: "bringMore",
    title: "2 labels have fewer than 10 examples",
    why: /: B, C\.$/,
  },
  {
    when: {
      perLabel: [label("A", 90), label("B", 10), ..."CDEFGHI".split("").map((l) => label(l, 0))],
    },
    code: "unusedLabel",
    severity: "note",
    fix: "removeLabel",
    title: "7 labels are never used",
    why: /C, D, E, F, G, …/,
  },
  {
    when: { truncated: 1, tokens: { ...SOUND.tokens, longest: 70_000 } },
    code: "truncated",
    severity: "warning",
    fix: "shorten",
    title: "1 example is too long",
    why: /65,536 tokens.*about 70,000/,
  },
  {
    when: { perSplit: { train: 90, validation: 10, test: 0 } },
    code: "noTestExamples",
    severity: "warning",
    fix: "regroup",
    title: "Nothing is set aside for testing",
  },
  {
    when: { flagged: 1 },
    code: "flagged",
    severity: "note",
    fix: "reviewThese",
    title: "1 example is flagged",
  },
];

test.each(cases)("$code: $title", ({ when, code, severity, fix, title, why }) => {
  const finding = findProblems({ ...SOUND, ...when }).find((each) => each.code === code);
  expect(finding).toMatchObject({ findingId: code, severity, fix });
  const params = finding?.params ?? {};
  expect(translate(`checks.finding.${code}.title`, params)).toBe(title);
  expect(translate(`checks.finding.${code}.why`, params)).toMatch(why ?? /\.$/);
  expect(translate(`checks.fix.${fix}`)).not.toBe("");
});

test.each<{ name: string; when: Partial<CheckFacts> }>([
  { name: "a sound project", when: {} },
  { name: "exactly enough", when: { labelled: 50, perLabel: [label("A", 40), label("B", 10)] } },
  { name: "a test split that was given", when: { perSplit: { train: 9, validation: 0, test: 1 } } },
  { name: "no labels in a writing task", when: { taskType: "write", perLabel: [label("A", 0)] } },
  { name: "duplicates none of which can go", when: { duplicates: 2, surplus: 0 } },
])("nothing is said about $name", ({ when }) => {
  expect(findProblems({ ...SOUND, ...when })).toEqual([]);
});

test("before the first answer only the missing answers are spoken of, not the unused labels", () => {
  const untouched = { labelled: 0, unlabelled: 100, perLabel: [label("A", 0), label("B", 0)] };
  const codes = findProblems({ ...SOUND, ...untouched }).map(({ code }) => code);
  expect(codes).toEqual(["tooFewExamples", "unlabelled"]);
});

test("a report is ready unless something blocks, and names the gravest first", () => {
  const warned = composeReport({ ...SOUND, flagged: 1, emptyInputs: 1 }, 5);
  expect(warned).toMatchObject({ ranAtMs: 5, ready: true, counts: { examples: 100 } });
  expect(warned.findings.map(({ severity }) => severity)).toEqual(["warning", "note"]);
  const blocked = composeReport({ ...SOUND, flagged: 1, labelled: 3 }, 5);
  expect(blocked.ready).toBe(false);
  expect(blocked.findings[0]?.severity).toBe("blocker");
});

test.each([
  { counts: [], total: 0, median: 0, p95: 0, longest: 0 },
  { counts: [7], total: 7, median: 7, p95: 7, longest: 7 },
  { counts: [4, 1, 3, 2], total: 10, median: 2, p95: 4, longest: 4 },
  {
    counts: Array.from({ length: 100 }, (_, i) => 100 - i),
    total: 5050,
    median: 50,
    p95: 95,
    longest: 100,
  },
])("token counts of $counts.length examples", ({ counts, ...summary }) => {
  expect(summariseTokens(Uint32Array.from(counts))).toMatchObject(summary);
});
