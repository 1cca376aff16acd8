import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id, Page } from "../../contract/primitives.ts";
import { AnswerValue, ExamplePayload } from "../annotations/answer-value.ts";
import { Split } from "../versions/split.ts";

export const ExampleStatus = z.enum(["unlabelled", "labelled", "skipped"]);
export type ExampleStatus = z.infer<typeof ExampleStatus>;

export const Example = z.object({
  exampleId: Id,
  input: z.string(),
  payload: ExamplePayload.nullable(),
  status: ExampleStatus,
  flagged: z.boolean(),
  /** The answer in force, and whether a person gave it or it came with the file. */
  answer: AnswerValue.nullable(),
  answeredBy: z.enum(["person", "import", "suggestion"]).nullable(),
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
  text: z.string().max(500).optional(),
});
export type ExampleFilter = z.infer<typeof ExampleFilter>;

export const HistoryEntry = z.object({
  atMs: AtMs,
  answeredBy: z.enum(["person", "import", "suggestion"]),
  value: AnswerValue.nullable(),
  inForce: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const examplesContract = {
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
