import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, Id } from "../../contract/primitives.ts";

export const HandoffFormat = z.enum(["openai-chat", "jsonl", "csv", "csv-excel"]);
export type HandoffFormat = z.infer<typeof HandoffFormat>;

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
  files: z.array(HandoffFile),
});
export type Handoff = z.infer<typeof Handoff>;

export const handoffsContract = {
  /** Without `folderId` the files go to the user's Tacit folder. */
  create: base
    .input(z.object({ versionId: Id, format: HandoffFormat, folderId: Id.optional() }))
    .output(Handoff),
};
