import { copyFileSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";
import { copyProject, verifyCopy } from "../../db/copy-project.ts";
import { asAppError } from "../../db/open.ts";
import { UnsoundFile } from "../../db/project-facts.ts";
import { purgeExamples } from "../../db/purge-examples.ts";
import { flushFile } from "../../files/flush.ts";
import { hashFile } from "../../files/hash-file.ts";
import { serveWorker, type WorkerSide } from "../../jobs/worker-side.ts";
import type { BackupProgress, BackupTask, BackupTaskResult } from "./backup-task.ts";

type Side = WorkerSide<BackupProgress>;

function throwIfStopped(side: Side) {
  if (side.isStopped()) throw new AppError("cancelled");
}

const hashOf = (path: string, side: Side) => hashFile(path, () => throwIfStopped(side));

async function make(
  task: Extract<BackupTask, { kind: "make" }>,
  side: Side,
): Promise<BackupTaskResult> {
  let isReporting = false;
  const facts = await copyProject(task.path, task.draft, {
    throwIfStopped: () => throwIfStopped(side),
    onStep(done, total) {
      // Not awaited: progress is for eyes, and the copy holds a moment of the project open.
      if (isReporting) return;
      isReporting = true;
      void side.send({ done, total }).finally(() => {
        isReporting = false;
      });
    },
  });
  throwIfStopped(side);
  verifyCopy(task.draft, facts);
  const sha256 = hashOf(task.draft, side);
  return { kind: "made", facts, sha256, bytes: statSync(task.draft).size };
}

function verify(task: Extract<BackupTask, { kind: "verify" }>, side: Side): BackupTaskResult {
  const found = hashOf(task.path, side);
  if (task.sha256 !== null && found !== task.sha256)
    throw new UnsoundFile("its bytes are not those that were written");
  return { kind: "verified", facts: verifyCopy(task.path) };
}

function purge(task: Extract<BackupTask, { kind: "purge" }>, side: Side): BackupTaskResult {
  try {
    copyFileSync(task.path, task.working);
    const examples = purgeExamples(task.working, task.draft, task.exampleIds);
    const facts = verifyCopy(task.draft);
    flushFile(task.draft);
    const sha256 = hashOf(task.draft, side);
    return { kind: "purged", examples, facts, sha256, bytes: statSync(task.draft).size };
  } finally {
    rmSync(task.working, { force: true });
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof UnsoundFile ||
  (error instanceof Database.SqliteError &&
    /^SQLITE_(CORRUPT|NOTADB|ERROR|FORMAT)/.test(error.code));

await serveWorker<BackupTask, BackupProgress, BackupTaskResult>(async (task, side) => {
  try {
    if (task.kind === "make") return await make(task, side);
    return task.kind === "verify" ? verify(task, side) : purge(task, side);
  } catch (error) {
    if (isDamage(error)) return { kind: "unsound", detail: (error as Error).message };
    throw asAppError(error, "fileName" in task ? task.fileName : "");
  }
});
