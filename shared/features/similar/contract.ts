import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, Id } from "../../contract/primitives.ts";
import { AnswerValue } from "../annotations/answer-value.ts";
import { AnsweredBy } from "../examples/contract.ts";

/**
 * `same`: the very answer of the example that was corrected. `change`: only what the correction changed, where
 * an answer consists of several parts. `oneByOne`: no two of these share an answer, so each is looked at.
 */
export const SimilarMode = z.enum(["same", "change", "oneByOne"]);
export type SimilarMode = z.infer<typeof SimilarMode>;

/** An example that is alike, and the answer that it would get. */
export const SimilarExample = z.object({
  exampleId: Id,
  /** Cut after some thousand characters. */
  text: z.string(),
  answer: AnswerValue.nullable(),
  answeredBy: AnsweredBy.nullable(),
  /** A person left it without an answer. */
  skipped: z.boolean(),
  /** Null where examples are gone through one by one. */
  proposed: AnswerValue.nullable(),
  /** Cosine between 0 and 1. */
  similarity: z.number(),
});
export type SimilarExample = z.infer<typeof SimilarExample>;

export const SimilarFound = z.object({
  source: z.object({
    exampleId: Id,
    text: z.string(),
    answer: AnswerValue.nullable(),
    /** What it said before it was corrected. */
    before: AnswerValue.nullable(),
  }),
  mode: SimilarMode,
  /** The ways to apply the answer that make sense here, the usual one first. */
  modes: z.array(SimilarMode),
  /** Unanswered, or answered differently by a file or a machine; the most alike first. */
  open: z.array(SimilarExample),
  /** Answered differently, or skipped, by a person: nothing of theirs goes without being asked for. */
  byPerson: z.array(SimilarExample),
  /** Alike, but several people were asked, or somebody else is about to answer: left to them. */
  leftOut: Count,
  /** Texts that were compared. */
  compared: Count,
  /** There are more that are alike than are listed. */
  hasMore: z.boolean(),
});
export type SimilarFound = z.infer<typeof SimilarFound>;

export const SimilarNews = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), done: Count, total: Count }),
  z.object({ kind: z.literal("found"), found: SimilarFound }),
]);
export type SimilarNews = z.infer<typeof SimilarNews>;

export const similarContract = {
  /** Tells how far the search is, and ends with what was found; giving up on the call ends the search. */
  find: base
    .input(z.object({ exampleId: Id, mode: SimilarMode.optional() }))
    .output(eventIterator(SimilarNews)),
  /** Gives the answer of one example to others as one step; what several people were asked stays as it is. */
  apply: base
    .input(
      z.object({
        exampleId: Id,
        mode: SimilarMode,
        exampleIds: z.array(Id).min(1).max(10_000),
      }),
    )
    .output(z.object({ changed: Count })),
};
