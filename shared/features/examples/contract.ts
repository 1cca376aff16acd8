import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id, Page } from "../../contract/primitives.ts";
import { AnswerValue, ExamplePayload } from "../annotations/answer-value.ts";
import { Split } from "../versions/split.ts";

export const ExampleStatus = z.enum(["unlabelled", "labelled", "skipped"]);
export type ExampleStatus = z.infer<typeof ExampleStatus>;

export const AnsweredBy = z.enum(["person", "import", "suggestion"]);
export type AnsweredBy = z.infer<typeof AnsweredBy>;

export const Example = z.object({
  exampleId: Id,
  input: z.string(),
  payload: ExamplePayload.nullable(),
  status: ExampleStatus,
  flagged: z.boolean(),
  /** The answer in force, and whether a person gave it or it came with the file. */
  answer: AnswerValue.nullable(),
  answeredBy: AnsweredBy.nullable(),
  split: Split.nullable(),
  group: z.string().nullable(),
  externalId: z.string().nullable(),
  /** Columns kept as fields. */
  fields: z.record(z.string(), z.string()),
  source: z.object({ fileName: z.string(), lineNumber: Count }).nullable(),
});
export type Example = z.infer<typeof Example>;

export const ExampleFilter = z.object({
  status: ExampleStatus.optional(),
  /** Answered by the imported file only, not yet looked at by a person. */
  unreviewed: z.boolean().optional(),
  flagged: z.boolean().optional(),
  labelId: Id.optional(),
  findingId: Id.optional(),
  importId: Id.optional(),
  split: Split.optional(),
  /** Words that all must be there; see shared/features/search/parse-search.ts. */
  text: z.string().max(500).optional(),
  answeredBy: AnsweredBy.optional(),
  /** From here on, and before there; milliseconds. */
  answeredFromMs: AtMs.optional(),
  answeredBeforeMs: AtMs.optional(),
  importedFromMs: AtMs.optional(),
  importedBeforeMs: AtMs.optional(),
  minCharacters: Count.optional(),
  maxCharacters: Count.optional(),
  /** The examples that were put away, instead of those in the project. */
  putAway: z.boolean().optional(),
  /** Changed by this step, or by any from this one to the other, both included. */
  changedFromStepId: Id.optional(),
  changedToStepId: Id.optional(),
  /** These very examples, as those that are like another one. */
  exampleIds: z.array(Id).max(200).optional(),
});
export type ExampleFilter = z.infer<typeof ExampleFilter>;

export const HistoryEntry = z.object({
  atMs: AtMs,
  answeredBy: AnsweredBy,
  value: AnswerValue.nullable(),
  inForce: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** One line of the table: texts are cut, so that a page of the largest examples stays small. */
export const ExampleLine = z.object({
  exampleId: Id,
  excerpt: z.string(),
  characters: Count,
  status: ExampleStatus,
  flagged: z.boolean(),
  unreviewed: z.boolean(),
  labelIds: z.array(Id),
  /** The beginning of an answer in words; null when it consists of labels, or when there is none. */
  answerExcerpt: z.string().nullable(),
  answeredBy: AnsweredBy.nullable(),
  answeredAtMs: AtMs.nullable(),
  split: Split.nullable(),
  source: z.object({ fileName: z.string(), lineNumber: Count }).nullable(),
});
export type ExampleLine = z.infer<typeof ExampleLine>;

const Range = z.object({ from: Count, to: Count });
/** Rows of a view by their places in it, both ends included; `all` takes whatever the view lists. */
export const Selection = z.object({
  viewId: Id,
  rows: z.union([z.literal("all"), z.array(Range).min(1).max(2000)]),
});
export type Selection = z.infer<typeof Selection>;

export const BulkChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("label"), labelId: Id }),
  z.object({ kind: z.literal("split"), split: Split.nullable() }),
  z.object({ kind: z.literal("flag"), flagged: z.boolean() }),
  z.object({ kind: z.literal("putAway") }),
  z.object({ kind: z.literal("bringBack") }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

export const SavedFilter = z.object({ filterId: Id, name: z.string(), filter: ExampleFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

export const examplesContract = {
  /**
   * A page of the table. `viewId` names the list as it was when it was first asked for; with it, places stay
   * the same while the project changes. `total` is null while it is being counted.
   */
  browse: base
    .input(Page.extend({ filter: ExampleFilter.default({}), viewId: Id.optional() }))
    .output(z.object({ viewId: Id, total: Count.nullable(), rows: z.array(ExampleLine) })),
  /** Waits until the rows of a view are counted; giving up on the call gives up on counting. */
  count: base.input(z.object({ viewId: Id })).output(z.object({ total: Count })),
  /** One step for all rows selected; beyond a few thousand it goes on as a job. */
  change: base
    .input(z.object({ selection: Selection, change: BulkChange }))
    .output(z.object({ changed: Count.nullable(), jobId: Id.nullable() })),
  listFilters: base.output(z.array(SavedFilter)),
  /** A filter of the same name is replaced. */
  saveFilter: base
    .input(z.object({ name: z.string().trim().min(1).max(80), filter: ExampleFilter }))
    .output(z.array(SavedFilter)),
  removeFilter: base.input(z.object({ filterId: Id })).output(z.array(SavedFilter)),
  list: base
    .input(Page.extend({ filter: ExampleFilter.default({}) }))
    .output(z.object({ total: Count, rows: z.array(Example) })),
  get: base
    .input(z.object({ exampleId: Id }))
    .output(Example.extend({ history: z.array(HistoryEntry) })),
  setFlag: base
    .input(z.object({ exampleIds: z.array(Id).max(10_000), flagged: z.boolean() }))
    .output(z.object({ changed: Count })),
  /** Takes examples out of the project; undo brings them back. */
  remove: base
    .input(z.object({ exampleIds: z.array(Id).max(10_000) }))
    .output(z.object({ changed: Count })),
  /** Puts all but the first of each group of exact duplicates away; undo brings them back. */
  removeDuplicates: base.output(z.object({ changed: Count })),
};
