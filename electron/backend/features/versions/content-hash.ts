import { createHash } from "node:crypto";
import { canonicalHeader, canonicalRow } from "#shared/features/versions/canonical-form.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";

type Content = Pick<DatasetVersion, "taskType" | "labels" | "systemPrompt" | "guideline">;

/** sha256, hexadecimal, over everything that is frozen: the same content hashes alike on every computer. */
export function hashContent(version: Content, rows: Iterable<FrozenExample>): string {
  const hash = createHash("sha256").update(canonicalHeader(version));
  for (const row of rows) hash.update(canonicalRow(row));
  return hash.digest("hex");
}

/** Whether a version's rows still are what its hash says. */
export function isAsFrozen(version: DatasetVersion, rows: Iterable<FrozenExample>): boolean {
  try {
    return hashContent(version, rows) === version.contentHash;
  } catch (error) {
    // Rows that were tampered with may not even be JSON any more.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
