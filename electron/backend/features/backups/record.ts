import { readFileSync } from "node:fs";
import { z } from "zod";
import { BackupReason } from "#shared/features/backups/contract.ts";

/** What is known of a backup without opening it; lies beside it as JSON. Never content. */
export const BackupRecord = z.object({
  sequence: z.number().int().nonnegative(),
  madeAtMs: z.number(),
  reason: BackupReason,
  /** The file it was made of, links resolved. */
  path: z.string(),
  projectName: z.string(),
  bytes: z.number().int().nonnegative(),
  /** Hash of its bytes; null for a file kept as it was found. */
  sha256: z.string().nullable(),
  schemaVersion: z.number().int().nullable(),
  examples: z.number().int().nonnegative().nullable(),
  answered: z.number().int().nonnegative().nullable(),
  fingerprint: z.string().nullable(),
  /** A project that was damaged when it was kept. */
  asFound: z.boolean().default(false),
  /** Why it cannot be relied on, once that was found out. */
  damage: z.string().nullable().default(null),
  purgedExamples: z.number().int().nonnegative().default(0),
  /** Deleted because examples could not be removed from it. */
  erased: z.boolean().default(false),
});
export type BackupRecord = z.infer<typeof BackupRecord>;

/** The record at `path`, or null when it is missing or cannot be read. */
export function readRecord(path: string): BackupRecord | null {
  try {
    return BackupRecord.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
