import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { ErrorParams } from "../../errors/app-error.ts";
import { ERROR_CODES } from "../../errors/codes.ts";
import { ProjectInfo } from "../projects/contract.ts";
import { Place } from "./place.ts";

/** Why a backup was made. */
export const BackupReason = z.enum([
  "opening",
  "work",
  "closing",
  "manual",
  "beforeMigration",
  "beforeRestore",
]);
export type BackupReason = z.infer<typeof BackupReason>;

/**
 * `good`: verified when it was made and unchanged since, as far as a glance tells; restoring looks again.
 * `damaged`: cannot be relied on. `asFound`: a project that was damaged already, kept before it was replaced.
 * `erased`: taken away because examples were deleted for good and it could not be opened to remove them.
 */
export const BackupState = z.enum(["good", "damaged", "asFound", "erased"]);
export type BackupState = z.infer<typeof BackupState>;

export const Backup = z.object({
  backupId: Id,
  /** Counts up with every backup of a project, whatever the clock says. */
  sequence: Count,
  madeAtMs: AtMs,
  reason: BackupReason,
  state: BackupState,
  bytes: Count,
  /** Null when nobody could count. */
  examples: Count.nullable(),
  answered: Count.nullable(),
  projectName: z.string(),
  /** The file it was made of, for display only. */
  fileName: z.string(),
  folder: z.string(),
  /** True when it was made of another file than the one asked about: a copy, or one that was moved. */
  otherFile: z.boolean(),
  /** Made by a Tacit whose files this one cannot read. */
  tooNew: z.boolean(),
  /** How many examples were deleted from it for good after it was made. */
  purgedExamples: Count,
});
export type Backup = z.infer<typeof Backup>;

/** A project that is not open: from the list of recent ones, or a file the user chose. */
export const ClosedProject = z.union([z.object({ recentId: Id }), z.object({ fileId: Id })]);
export type ClosedProject = z.infer<typeof ClosedProject>;

export const BackupFailure = z.object({
  code: z.enum(ERROR_CODES),
  params: ErrorParams,
  atMs: AtMs,
});
export type BackupFailure = z.infer<typeof BackupFailure>;

export const BackupStatus = z.object({
  /** Share of the copy that is made, while one is being made. */
  running: z.object({ done: Count, total: Count }).nullable(),
  /** The newest good backup of this file. */
  lastMadeAtMs: AtMs.nullable(),
  /** True when something changed since. */
  behind: z.boolean(),
  /** Why the latest attempt came to nothing; null after one that did not. */
  failure: BackupFailure.nullable(),
  /** Where the project lies, if that is no safe place and the user has not said to leave it there. */
  unsafePlace: Place.nullable(),
  /** Files beside the project that a sync program seems to have made of it. */
  conflictedCopies: z.array(z.string()),
  /** Leftovers of another time that were set aside before they could be mixed in. */
  setAside: z.array(z.string()),
  /** The file was taken from elsewhere while it was open there; the latest changes may be missing. */
  logMissing: z.boolean(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

export const RestoreOutcome = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("restored"),
    project: ProjectInfo,
    /** The state that was replaced; restoring it takes this restoring back. Null when there was no file. */
    keptBackupId: Id.nullable(),
  }),
  /** Nothing was changed; `next` is the newest older backup that looks good. */
  z.object({ outcome: z.literal("damaged"), next: Backup.nullable() }),
]);
export type RestoreOutcome = z.infer<typeof RestoreOutcome>;

/** Without `of`, the project that is open. */
const of = ClosedProject.optional();

export const backupsContract = {
  /** Newest first. */
  list: base
    .input(z.object({ of }))
    .output(z.object({ backups: z.array(Backup), folder: z.string() })),
  status: base.output(BackupStatus),
  make: base.output(Backup),
  /** Puts a backup in the place of the project, keeps what was there as a backup, and opens it. */
  restore: base.input(z.object({ backupId: Id, of })).output(RestoreOutcome),
  /** Opens a backup as a project of its own, beside the one it was made of. */
  openCopy: base
    .input(z.object({ backupId: Id, of }))
    .output(
      z.discriminatedUnion("outcome", [
        z.object({ outcome: z.literal("opened"), project: ProjectInfo }),
        RestoreOutcome.options[1],
      ]),
    ),
  /** Moves the open project to a folder that nothing else writes to; `leaveCopy` leaves an export behind. */
  moveToSafePlace: base
    .input(z.object({ leaveCopy: z.boolean().default(false) }))
    .output(ProjectInfo),
  /** Leaves the open project where it is and does not warn about this folder again. */
  acceptPlace: base.output(z.void()),
};
