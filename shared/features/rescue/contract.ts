import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, FileGrant, Id } from "../../contract/primitives.ts";

/** The kinds of things a project holds, as a person would name them. */
export const ProjectPart = z.enum([
  "project",
  "guideline",
  "labels",
  "imports",
  "rejects",
  "examples",
  "answers",
  "history",
  "checks",
  "versions",
  "trainings",
  "comparisons",
  "handoffs",
  "rules",
  "decisions",
  "handouts",
  "other",
]);
export type ProjectPart = z.infer<typeof ProjectPart>;

export const RescuedPart = z.object({
  part: ProjectPart,
  saved: Count,
  /** At most so many are missing. */
  lost: Count,
  /** More may be missing than can be counted. */
  more: z.boolean(),
});
export type RescuedPart = z.infer<typeof RescuedPart>;

/** How a rescue goes on and how it ends; the damaged file itself stays as it is unless `mended`. */
export const RescueNews = z.discriminatedUnion("state", [
  z.object({ state: z.literal("working"), done: Count, total: Count }),
  /** Only indexes were damaged: they were rebuilt in the file itself, and nothing was lost. */
  z.object({ state: z.literal("mended"), file: FileGrant }),
  z.object({
    state: z.literal("rescued"),
    /** The new file, to be opened. */
    file: FileGrant,
    /** Where it lies, for display only. */
    folder: z.string(),
    parts: z.array(RescuedPart),
  }),
]);
export type RescueNews = z.infer<typeof RescueNews>;

/** A project from the list, a chosen file, or the one that is open. */
export const RescueTarget = z.union([
  z.object({ recentId: Id }),
  z.object({ fileId: Id }),
  z.object({ current: z.literal(true) }),
]);
export type RescueTarget = z.infer<typeof RescueTarget>;

export const rescueContract = {
  /** Reads what can be read into a new file beside the damaged one; ending the iteration cancels. */
  run: base.input(RescueTarget).output(eventIterator(RescueNews)),
};
