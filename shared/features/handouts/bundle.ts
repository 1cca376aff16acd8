import { z } from "zod";
import { AnswerValue, ExamplePayload } from "../annotations/answer-value.ts";
import { LabelColour } from "../definitions/contract.ts";
import { TaskType } from "../projects/task-type.ts";
import { Split } from "../versions/split.ts";

/** What the files say they are; a change that older versions of Tacit could not read needs a new number. */
export const BUNDLE_FORMAT = "tacit-bundle";
export const BUNDLE_VERSION = 1;

/** A slice goes to a colleague, a return comes back. */
export const BundleKind = z.enum(["slice", "return"]);
export type BundleKind = z.infer<typeof BundleKind>;

export const BUNDLE_ENDINGS: Record<BundleKind, string> = {
  slice: ".tacit-slice",
  return: ".tacit-return",
};

/** Unpaired surrogates would come back from the database as other characters. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed());
const PublicId = text(64).min(1);
const AtMs = z.int().nonnegative();

/** An Ed25519 public key: 32 bytes, base64url. */
export const PublicKey = z.string().regex(/^[\w-]{43}$/);

export const Sender = z.strictObject({
  annotatorId: PublicId,
  name: text(200).min(1),
  publicKey: PublicKey,
});
export type Sender = z.infer<typeof Sender>;

export const Manifest = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  kind: BundleKind,
  bundleId: PublicId,
  /** The hand-out that the slice is, or that the return answers. */
  handoutId: PublicId,
  project: z.strictObject({ id: PublicId, name: text(1000) }),
  sender: Sender,
  createdAtMs: AtMs,
  /** Grows with every bundle that this sender makes; the newest statement is the one that holds. */
  sequence: z.int().nonnegative(),
  files: z
    .array(
      z.strictObject({
        name: text(40).min(1),
        bytes: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(10),
});
export type Manifest = z.infer<typeof Manifest>;

export const SliceExample = z.strictObject({
  exampleId: PublicId,
  input: text(50_000_000),
  payload: ExamplePayload.nullable(),
  group: text(10_000).nullable(),
  split: Split.nullable(),
  externalId: text(10_000).nullable(),
  fields: z.record(text(1000), text(1_000_000)),
});
export type SliceExample = z.infer<typeof SliceExample>;

export const BundleLabel = z.strictObject({
  labelId: PublicId,
  name: text(200).min(1),
  description: text(2000),
  colour: LabelColour,
  key: text(8).nullable(),
});
export type BundleLabel = z.infer<typeof BundleLabel>;

/** What the task is; exactly one in a slice. */
export const SliceDefinition = z.strictObject({
  taskType: TaskType,
  description: text(100_000),
  licence: text(100_000),
  attribution: text(100_000),
  systemPrompt: text(1_000_000),
  guideline: text(1_000_000),
});
export type SliceDefinition = z.infer<typeof SliceDefinition>;

/** An answer that the owner lets the colleague see. */
export const SliceAnswer = z.strictObject({ exampleId: PublicId, value: AnswerValue, atMs: AtMs });
export type SliceAnswer = z.infer<typeof SliceAnswer>;

/** What one person says of one example at the time of the bundle. */
export const Statement = z.strictObject({
  exampleId: PublicId,
  /** SHA-256 of the normalised text that was answered. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  state: z.enum(["answered", "skipped", "open"]),
  annotationId: PublicId.nullable(),
  value: AnswerValue.nullable(),
  elapsedMs: z.int().nonnegative().nullable(),
  atMs: AtMs.nullable(),
  flagged: z.boolean(),
});
export type Statement = z.infer<typeof Statement>;

/** A ruling that was made while labelling. */
export const BundleRule = z.strictObject({
  ruleId: PublicId,
  body: text(20_000),
  exampleId: PublicId.nullable(),
  labelIds: z.array(PublicId).max(1000),
  madeAtMs: AtMs,
});
export type BundleRule = z.infer<typeof BundleRule>;

/** The parts that a bundle of each kind consists of, each a file of one JSON value a line. */
export const SLICE_PARTS = {
  definition: SliceDefinition,
  labels: BundleLabel,
  examples: SliceExample,
  answers: SliceAnswer,
  rules: BundleRule,
} as const;
export const RETURN_PARTS = {
  labels: BundleLabel,
  answers: Statement,
  rules: BundleRule,
} as const;

export const BUNDLE_PARTS = { slice: SLICE_PARTS, return: RETURN_PARTS } as const;

type Rows<Parts extends Record<string, z.ZodType>> = {
  [Name in keyof Parts]: z.infer<Parts[Name]>[];
};
export type SliceRows = Rows<typeof SLICE_PARTS>;
export type ReturnRows = Rows<typeof RETURN_PARTS>;

export type Bundle =
  | { kind: "slice"; manifest: Manifest; rows: SliceRows }
  | { kind: "return"; manifest: Manifest; rows: ReturnRows };

/** Why a bundle was refused as a whole; each has its words in `errors.bundleRefused.what`. */
export const BUNDLE_PROBLEMS = [
  "notABundle",
  "tooBig",
  "tooManyFiles",
  "strangeName",
  "nameTwice",
  "link",
  "overlap",
  "lyingSize",
  "packedStrangely",
  "damaged",
  "fileMissing",
  "fileExtra",
  "changed",
  "badSignature",
  "badContent",
] as const;
export type BundleProblem = (typeof BUNDLE_PROBLEMS)[number];
