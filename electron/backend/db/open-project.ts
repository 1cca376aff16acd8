import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ReadOnlyReason } from "#shared/features/projects/contract.ts";
import { runWorker } from "../jobs/worker-task.ts";
import type { CheckFileInput } from "./check-file.worker.ts";
import { isSmall, listProblems } from "./health.ts";
import { assertKnownSchema, newestVersion, restoreMissingIndexes } from "./known-schema.ts";
import { lockProject, type ProjectLock } from "./lock.ts";
import { keepDamagedWithLog, mend } from "./mend.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import {
  asAppError,
  closeToOneFile,
  type Db,
  isNotADatabase,
  isProtected,
  openForReading,
  openForWriting,
} from "./open.ts";
import { copyAside, LOGS, type PrivateCopy, settleCopy } from "./private-copy.ts";
import { playBackJournal } from "./play-back-journal.ts";
import { setStraysAside, type Strays } from "./stray-files.ts";
import { isLogCutShort } from "./salvage/write-ahead-log.ts";
import { looksLikeOurs } from "./salvage/looks-like-ours.ts";

export interface OpenedProject {
  db: Db;
  /** The file that `db` reads: the project itself, or a private copy of one that may not be written to. */
  readFrom: string;
  /** Why nothing may be written; null when everything may. */
  reason: ReadOnlyReason | null;
  /** Damaged indexes were rebuilt on the way. */
  mended: boolean;
  /** Behind a damaged place in the log stood changes that nobody can read any more. */
  changesLost: boolean;
  /** False while a big file has not been looked through; the caller does it once its first screen shows. */
  checked: boolean;
  /** What lay beside the file and was of another time. */
  strays: Strays;
  /** Lets go of the file once `db` is closed. */
  release(): void;
}

export interface OpeningOptions {
  /** For copies of projects that cannot be read where they lie. */
  tempDir: string;
  /** Called before a file of an older Tacit is changed; when it throws, nothing is changed. */
  backUpFirst: (db: Db) => void;
}

/** Opens a project in whatever way it lets itself be opened; throws an `AppError` when there is none. */
export async function openProjectFile(
  path: string,
  fileName: string,
  options: OpeningOptions,
): Promise<OpenedProject> {
  let lock: ProjectLock | null = null;
  try {
    lock = await lockProject(path, fileName);
    const access = lock && isWritablePlace(path) ? lock : null;
    // Before the first connection, which would mix another time's log into the file.
    const strays = access ? setStraysAside(path) : NO_STRAYS;
    if (access) playBackJournal(path);
    const opened = await openAsAllowed({ path, fileName, ...options, lock: access });
    return {
      ...opened,
      strays,
      release() {
        opened.release();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw explain(error, path, fileName);
  }
}

const NO_STRAYS: Strays = { setAside: [], logMissing: false };

interface Opening extends OpeningOptions {
  path: string;
  fileName: string;
  lock: ProjectLock | null;
}

async function openAsAllowed(opening: Opening): Promise<Omit<OpenedProject, "strays">> {
  const changesLost = isLogCutShort(opening.path);
  if (changesLost && opening.lock) keepDamagedWithLog(opening.path);
  return { ...(await openSomehow(opening)), changesLost };
}

type Found = Omit<OpenedProject, "changesLost" | "strays">;

async function openSomehow(opening: Opening): Promise<Found> {
  const { path, fileName, lock } = opening;
  const wasLeftOpen = LOGS.some((log) => sizeOf(`${path}${log}`) > 0);
  const view = openForViewing(opening);
  let isViewed = true;
  try {
    if (assertKnownSchema(view.db, fileName) === "newer") {
      isViewed = false;
      return { ...view, reason: "newerVersion", mended: false, checked: true };
    }
    if (!lock) {
      if (isSmall(view.readFrom)) assertSound(view.db, fileName);
      isViewed = false;
      return viewOnly(opening, view);
    }
  } finally {
    if (isViewed) {
      view.db.close();
      view.release();
    }
  }
  const { mended, checked } = await assureSoundness(opening, wasLeftOpen);
  try {
    const db = openMigrated(path, opening.backUpFirst);
    return { db, readFrom: path, reason: null, mended, checked, release: () => {} };
  } catch (error) {
    if (!isProtected(error)) throw error;
    return viewOnly(opening, openForViewing(opening));
  }
}

/** For a file that may not be touched, in the newest schema: an older one is brought there in a copy. */
function viewOnly(opening: Opening, view: Viewed): Found {
  const facts = { reason: "fileProtected", mended: false, checked: true } as const;
  if (schemaVersion(view.db) === newestVersion()) return { ...view, ...facts };
  view.db.close();
  view.release();
  const copy = copyAside(opening.path, opening.tempDir);
  settleCopy(copy, (path) => closeToOneFile(openMigrated(path, () => {})));
  return { ...viewCopy(copy), ...facts };
}

function openMigrated(path: string, backUpFirst: OpeningOptions["backUpFirst"]): Db {
  const db = openForWriting(path);
  try {
    migrate(db, path, backUpFirst);
    restoreMissingIndexes(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

type Viewed = Pick<OpenedProject, "db" | "readFrom" | "release">;

/** Reads the file where it lies; where SQLite would have to write for that, from a private copy. */
function openForViewing({ path, tempDir }: Opening): Viewed {
  try {
    const db = openForReading(path);
    try {
      // Whether a file can be read shows at the first read only.
      schemaVersion(db);
      // Temporary tables are allowed; the file was opened in a way that cannot write to it.
      db.pragma("query_only = OFF");
      return { db, readFrom: path, release: () => {} };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    if (!isProtected(error)) throw error;
    const copy = copyAside(path, tempDir);
    try {
      settleCopy(copy);
      return viewCopy(copy);
    } catch (failure) {
      copy.discard();
      throw failure;
    }
  }
}

function viewCopy(copy: PrivateCopy): Viewed {
  const db = openForReading(copy.path);
  db.pragma("query_only = OFF");
  return { db, readFrom: copy.path, release: () => copy.discard() };
}

/**
 * A small file is looked through at once; a big one only when it was not closed properly, and otherwise
 * later: docs/decisions/0014-a-project-always-opens.md.
 */
async function assureSoundness({ path, fileName }: Opening, wasLeftOpen: boolean) {
  const small = isSmall(path);
  if (!small && !wasLeftOpen) return { mended: false, checked: false };
  const problems = small ? wholeProblems(path) : await quickProblems(path);
  if (problems.length === 0) return { mended: false, checked: true };
  if (mend(path)) return { mended: true, checked: true };
  throw damaged(fileName, problems);
}

function wholeProblems(path: string): string[] {
  const db = openForReading(path);
  try {
    return listProblems(db, "whole");
  } finally {
    db.close();
  }
}

/** In a worker thread, because a big file takes seconds. */
export const quickProblems = (path: string, signal = new AbortController().signal) =>
  runWorker<CheckFileInput, never, string[]>("check-file", { input: { path }, signal });

function assertSound(db: Db, fileName: string): void {
  const problems = listProblems(db, "whole");
  if (problems.length > 0) throw damaged(fileName, problems);
}

const damaged = (fileName: string, problems: readonly string[]) =>
  new AppError("fileDamaged", { name: fileName }, { cause: new Error(problems.join("; ")) });

function isWritablePlace(path: string): boolean {
  try {
    const real = realpathSync(path);
    accessSync(real, constants.W_OK);
    accessSync(dirname(real), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** A project whose first bytes are damaged is not called somebody else's file. */
function explain(error: unknown, path: string, fileName: string): unknown {
  const known = asAppError(error, fileName);
  const isForeign = known instanceof AppError && known.code === "notATacitFile";
  if (isForeign && isNotADatabase(known.cause) && looksLikeOurs(path))
    return new AppError("fileDamaged", { name: fileName }, { cause: error });
  return known;
}
