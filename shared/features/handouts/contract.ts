import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { AnswerValue } from "../annotations/answer-value.ts";
import { ExampleFilter } from "../examples/contract.ts";
import { ProjectInfo } from "../projects/contract.ts";
import { BundleKind } from "./bundle.ts";

/** Examples in one hand-out: weeks of work for one person, and merged in about a second. */
export const MOST_EXAMPLES = 5000;
export const PersonName = z.string().trim().min(1).max(100);
/** Short ones are guessed by trying. */
export const Passphrase = z.string().min(8).max(200);

/** Somebody who labels on this computer. */
export const LocalPerson = z.object({ annotatorId: Id, name: z.string(), fingerprint: z.string() });
export type LocalPerson = z.infer<typeof LocalPerson>;

export const People = z.object({
  /** Null until somebody gave a name. */
  currentId: Id.nullable(),
  people: z.array(LocalPerson),
});
export type People = z.infer<typeof People>;

/** Somebody that an open project knows. */
export const ProjectPerson = z.object({
  annotatorId: Id,
  name: z.string(),
  isCurrent: z.boolean(),
  /** Of the key that was confirmed; null while none was. */
  fingerprint: z.string().nullable(),
});
export type ProjectPerson = z.infer<typeof ProjectPerson>;

/** Why a statement was not taken over; it is kept in the list, so that nothing is lost. */
export const LeftReason = z.enum(["gone", "putAway", "changed", "label", "unfit"]);
export type LeftReason = z.infer<typeof LeftReason>;

export const LeftAnswer = z.object({
  exampleId: Id,
  reason: LeftReason,
  value: AnswerValue.nullable(),
});
export type LeftAnswer = z.infer<typeof LeftAnswer>;

/** What merging one bundle does, or did. */
export const MergeCounts = z.object({
  /** Answers to examples that nobody else answered. */
  added: Count,
  /** Answers that say what the others say. */
  agreed: Count,
  /** Answers that differ: somebody has to decide. */
  disputed: Count,
  /** Answers that were here already, or that a newer statement of the same person replaced. */
  known: Count,
  skipped: Count,
  /** Not done yet. */
  open: Count,
  flagged: Count,
  left: z.array(LeftAnswer),
  /** Rules that the colleague made while labelling: proposals, nothing more. */
  rules: z
    .array(
      z.object({
        ruleId: Id,
        body: z.string(),
        exampleId: Id.nullable(),
        labelIds: z.array(Id).default([]),
      }),
    )
    .default([]),
});
export type MergeCounts = z.infer<typeof MergeCounts>;

/** One hand-out and how far it has come, as far as bundles came back. */
export const Handout = z.object({
  handoutId: Id,
  annotatorId: Id,
  name: z.string(),
  createdAtMs: AtMs,
  examples: Count,
  /** Of them answered by both, neither seeing the other's answer. */
  overlap: Count,
  answered: Count,
  skipped: Count,
  calledBack: z.boolean(),
});
export type Handout = z.infer<typeof Handout>;

export const MergedBundle = z.object({
  bundleId: Id,
  name: z.string(),
  mergedAtMs: AtMs,
  counts: MergeCounts,
});
export type MergedBundle = z.infer<typeof MergedBundle>;

/** Where a project came from that is a slice of a colleague's. */
export const SliceOrigin = z.object({
  handoutId: Id,
  projectId: Id,
  projectName: z.string(),
  ownerName: z.string(),
  openedAtMs: AtMs,
});
export type SliceOrigin = z.infer<typeof SliceOrigin>;

export const Together = z.object({
  people: z.array(ProjectPerson),
  handouts: z.array(Handout),
  merged: z.array(MergedBundle),
  disputed: Count,
  /** Null in a project of one's own. */
  slice: SliceOrigin.nullable(),
  /** In a slice: how much of it is done by who sits here. */
  done: z.object({ examples: Count, answered: Count, skipped: Count }).nullable(),
});
export type Together = z.infer<typeof Together>;

/** What to hand out, and how. */
export const HandoutPlan = z.object({
  /** All may include answered ones, which the colleague then looks over or answers blind. */
  which: z.enum(["unlabelled", "all"]),
  filter: ExampleFilter.default({}),
  count: z.number().int().min(1).max(MOST_EXAMPLES),
  /** 0 … 1: the share that both answer, neither seeing what the other says. */
  overlapShare: z.number().min(0).max(1),
});
export type HandoutPlan = z.infer<typeof HandoutPlan>;

export const BundleSaved = z.object({
  fileName: z.string(),
  folder: z.string(),
  downloadId: Id,
  examples: Count,
  overlap: Count,
  /** Without a passphrase anybody who gets the file can read it. */
  locked: z.boolean(),
});
export type BundleSaved = z.infer<typeof BundleSaved>;

/** A label that a bundle names and this project does not have. */
export const UnknownLabel = z.object({
  labelId: Id,
  name: z.string(),
  answers: Count,
  /** A label here that is written the same. */
  sameNameId: Id.nullable(),
});
export type UnknownLabel = z.infer<typeof UnknownLabel>;

/** What becomes of a label that is not here: it is added, another stands for it, or its answers are left out. */
export const LabelChoice = z.object({
  labelId: Id,
  become: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("add") }),
    z.object({ kind: z.literal("use"), labelId: Id }),
    z.object({ kind: z.literal("leave") }),
  ]),
});
export type LabelChoice = z.infer<typeof LabelChoice>;

/** A bundle that was read and found whole, before anything of it is taken over. */
export const InspectedBundle = z.object({
  inspectionId: Id,
  kind: BundleKind,
  fileName: z.string(),
  projectName: z.string(),
  createdAtMs: AtMs,
  examples: Count,
  sender: z.object({
    name: z.string(),
    fingerprint: z.string(),
    known: z.boolean(),
    /** Somebody else here has the same name: a reason to look twice. */
    sameNameKnown: z.boolean(),
  }),
  locked: z.boolean(),
  alreadyMerged: z.boolean(),
  unknownLabels: z.array(UnknownLabel),
});
export type InspectedBundle = z.infer<typeof InspectedBundle>;

const Merging = z.object({
  inspectionId: Id,
  /** The user compared the numbers and confirmed the sender. */
  trust: z.boolean().default(false),
  labels: z.array(LabelChoice).max(1000).default([]),
});

export const handoutsContract = {
  people: base.output(People),
  /** The new person is the one who works from now on. */
  addPerson: base.input(z.object({ name: PersonName })).output(People),
  renamePerson: base.input(z.object({ annotatorId: Id, name: PersonName })).output(People),
  choosePerson: base.input(z.object({ annotatorId: Id })).output(People),

  together: base.output(Together),
  /** How many examples there are to hand out so. */
  plan: base
    .input(HandoutPlan.extend({ annotatorId: Id.optional() }))
    .output(z.object({ available: Count, examples: Count, overlap: Count })),
  create: base
    .input(
      HandoutPlan.extend({
        to: z.union([z.object({ annotatorId: Id }), z.object({ name: PersonName })]),
        /** Answers to examples that only the colleague answers go along, to be looked over. */
        withAnswers: z.boolean().default(false),
        passphrase: Passphrase.optional(),
      }),
    )
    .output(BundleSaved),
  /** What was handed out and has not come back is to be answered here again. */
  callBack: base.input(z.object({ handoutId: Id })).output(z.object({ examples: Count })),

  /** Reads a bundle and believes nothing of it; also without an open project. */
  inspect: base
    .input(z.object({ fileId: Id, passphrase: z.string().max(200).optional() }))
    .output(InspectedBundle),
  /** Makes a project of a slice, beside the others, and opens it. */
  openSlice: base
    .input(z.object({ inspectionId: Id, trust: z.boolean().default(false) }))
    .output(ProjectInfo),
  createReturn: base
    .input(z.object({ passphrase: Passphrase.optional() }))
    .output(BundleSaved.extend({ answered: Count, skipped: Count })),
  previewMerge: base.input(Merging.omit({ trust: true })).output(MergeCounts),
  merge: base.input(Merging).output(MergeCounts),
};
