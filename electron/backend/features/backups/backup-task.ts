import type { ProjectFacts } from "../../db/project-facts.ts";

/** What the worker is asked to do with copies; paths are chosen by the store. */
export type BackupTask =
  | { kind: "make"; path: string; draft: string; fileName: string }
  | { kind: "verify"; path: string; sha256: string | null }
  | { kind: "purge"; path: string; working: string; draft: string; exampleIds: string[] };

export interface BackupProgress {
  done: number;
  total: number;
}

export type Sealed = { facts: ProjectFacts; sha256: string; bytes: number };

export type BackupTaskResult =
  /** A checked copy at `draft`, on disk, with the hash of its bytes. */
  | ({ kind: "made" } & Sealed)
  /** The original cannot be copied faithfully, because it is damaged itself. */
  | { kind: "unsound"; detail: string }
  | { kind: "verified"; facts: ProjectFacts }
  | ({ kind: "purged"; examples: number } & Sealed);
