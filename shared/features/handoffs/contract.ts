import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, Id } from "../../contract/primitives.ts";
import { HandoffFormat } from "./formats.ts";

export const HandoffFile = z.object({
  name: z.string(),
  /** Data rows; null for files that are not data. */
  rows: Count.nullable(),
  bytes: Count,
  sha256: z.string(),
  downloadId: Id,
});
export type HandoffFile = z.infer<typeof HandoffFile>;

export const Handoff = z.object({
  versionNumber: Count,
  format: HandoffFormat,
  folder: z.string(),
  /** Examples that the format cannot carry; the manifest lists each. */
  leftOut: Count,
  files: z.array(HandoffFile),
});
export type Handoff = z.infer<typeof Handoff>;

export const handoffsContract = {
  /** Without `folderId` the files go to the user's Tacit folder. */
  create: base
    .input(z.object({ versionId: Id, format: HandoffFormat, folderId: Id.optional() }))
    .output(Handoff),
};
