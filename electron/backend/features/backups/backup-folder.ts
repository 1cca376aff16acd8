import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { BackupState } from "#shared/features/backups/contract.ts";
import { flushFolder } from "../../files/flush.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import { type BackupRecord, readRecord } from "./record.ts";

/** One backup as it lies in its folder. */
export interface StoredBackup {
  projectId: string;
  sequence: number;
  path: string;
  /** Null when what was known of it is lost; the copy itself may be good. */
  record: BackupRecord | null;
  /** Bytes there are, which may not be the bytes there should be. */
  bytes: number;
  state: BackupState;
}

const SQLITE_HEADER = "SQLite format 3\0";
/** Longer than any copy takes; what is older was left behind by a crash. */
const STALE_MS = 6 * 60 * 60 * 1000;

const NAME = /^(\d{6,})\.(tacit|json|part|work)$/;

const stem = (sequence: number) => String(sequence).padStart(6, "0");

/** The backups of one project: `000012.tacit` with what is known of it in `000012.json`. */
export function openBackupFolder(folder: string, projectId: string) {
  const at = (sequence: number, ending: "tacit" | "json" | "part" | "work") =>
    join(folder, `${stem(sequence)}.${ending}`);

  function listNames(): { sequence: number; ending: string; name: string }[] {
    try {
      return readdirSync(folder).flatMap((name) => {
        const match = NAME.exec(name);
        return match ? [{ sequence: Number(match[1]), ending: match[2] ?? "", name }] : [];
      });
    } catch (error) {
      if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
      throw error;
    }
  }

  function look(sequence: number): StoredBackup {
    const path = at(sequence, "tacit");
    const record = readRecord(at(sequence, "json"));
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return { projectId, sequence, path, record, bytes, state: stateOf(path, bytes, record) };
  }

  return {
    folder,
    at,

    /** Newest first. */
    list(): StoredBackup[] {
      const sequences = new Set<number>();
      for (const { sequence, ending } of listNames())
        // A record without a file: about to be made by another process, or of one that was erased.
        if (ending === "tacit" || (ending === "json" && readRecord(at(sequence, "json"))?.erased))
          sequences.add(sequence);
      return [...sequences].toSorted((a, b) => b - a).map(look);
    },

    /** A sequence number of one's own, above all there are; holds it with an empty draft. */
    reserve(): number {
      // Other users of this computer have no business here.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      let sequence = Math.max(0, ...listNames().map((entry) => entry.sequence)) + 1;
      for (; ; sequence += 1)
        try {
          closeSync(openSync(at(sequence, "part"), "wx"));
          return sequence;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        }
    },

    saveRecord(record: BackupRecord) {
      writeAtomically(at(record.sequence, "json"), `${JSON.stringify(record, null, 2)}\n`);
    },

    /** The draft becomes the backup: first what is known of it, then the file under its name. */
    publish(record: BackupRecord): StoredBackup {
      this.saveRecord(record);
      renameSync(at(record.sequence, "part"), at(record.sequence, "tacit"));
      flushFolder(folder);
      return look(record.sequence);
    },

    /** The file first: a record alone is no backup, a file alone still is. */
    remove(sequence: number) {
      rmSync(at(sequence, "tacit"), { force: true });
      rmSync(`${at(sequence, "tacit")}-wal`, { force: true });
      rmSync(at(sequence, "json"), { force: true });
    },

    dropDraft(sequence: number) {
      for (const suffix of ["", "-journal", "-wal", "-shm"])
        for (const ending of ["part", "work"] as const)
          rmSync(`${at(sequence, ending)}${suffix}`, { force: true });
    },

    /** Only when nothing is being made. */
    dropAllDrafts() {
      for (const { sequence, ending } of listNames())
        if (ending === "part" || ending === "work") this.dropDraft(sequence);
    },

    /** Drafts that a crash left behind, and records whose file never came. */
    clearLeftovers() {
      for (const { sequence, ending, name } of listNames()) {
        const path = join(folder, name);
        const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        if (Math.abs(Date.now() - changedMs) < STALE_MS) continue;
        if (ending === "part" || ending === "work") this.dropDraft(sequence);
        const isLost =
          ending === "json" && !statSync(at(sequence, "tacit"), { throwIfNoEntry: false });
        if (isLost && !readRecord(path)?.erased) rmSync(path, { force: true });
      }
    },
  };
}
export type BackupFolder = ReturnType<typeof openBackupFolder>;

/** What a glance tells; the bytes themselves are looked at before a copy is used. */
function stateOf(path: string, bytes: number, record: BackupRecord | null): BackupState {
  if (record?.erased) return "erased";
  if (record?.asFound) return bytes === record.bytes ? "asFound" : "damaged";
  if (record?.damage || bytes === 0 || !hasHeader(path)) return "damaged";
  return record === null || record.bytes === bytes ? "good" : "damaged";
}

function hasHeader(path: string): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(SQLITE_HEADER.length);
      readSync(file, start, 0, start.length, 0);
      return start.toString("latin1") === SQLITE_HEADER;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
