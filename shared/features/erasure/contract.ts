import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, Id } from "../../contract/primitives.ts";
import { Selection } from "../examples/contract.ts";

/** Everything that goes when examples are deleted for ever, so that it can be said before. */
export const ErasurePreview = z.object({
  examples: Count,
  answers: Count,
  /** Steps that can no longer be taken back, in part or altogether. */
  steps: Count,
  /** Frozen versions that hold some of the examples; a version cannot be changed, only deleted as a whole. */
  versions: z.array(z.object({ versionId: Id, number: Count, examples: Count })),
  /** What was made from those versions and goes with them. */
  trainings: Count,
  comparisons: Count,
  handoffs: Count,
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const erasureContract = {
  preview: base.input(z.object({ selection: Selection })).output(ErasurePreview),
  /**
   * Deletes for ever: no undo, no trace in the project file. `examples` is the number that the person typed, and
   * must be that of the selection. Refused while versions hold some of them, unless those are to go too.
   */
  erase: base
    .input(z.object({ selection: Selection, examples: Count, withVersions: z.boolean() }))
    .output(z.object({ erased: Count, backups: Count })),
};
