import { AppError } from "#shared/errors/app-error.ts";
import type { BackgroundCheckpoint } from "../../db/background-checkpoint.ts";
import { asAppError, type Db, isDiskFull } from "../../db/open.ts";
import { assertRoom, freeBytes, setRoomAside, tooSmall } from "../../files/disk-room.ts";
import type { JobContext } from "../../jobs/runner.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { SourceFile } from "./inspector.ts";
import type { ImportCounts } from "./queries.ts";
import type { ReadRowsInput, ReadTask } from "./read-rows.worker.ts";
import { type FileStamp, isSameStamp, stampFile } from "./readers/file-text.ts";
import { rollBack } from "./rollback/roll-back.ts";
import type { RowBatch } from "./row-batch.ts";
import { createBatchWriter } from "./writing/batch-writer.ts";

/**
 * Measured on a million rows: with a smaller one, what a batch holds outlives it as garbage, a hundred
 * megabytes of it; a larger one is no faster.
 */
const YOUNG_GENERATION_MB = 48;

/** Bytes for taking an import back that filled the disk: pages of the tree and of one index after another. */
const MOST_SET_ASIDE = 32 << 20;
const setAsideFor = (fileBytes: number) =>
  Math.min(MOST_SET_ASIDE, (1 << 20) + Math.ceil(fileBytes / 2));
/** Bytes: the rows, their indexes, the log while they pour in, and what is set aside. */
const roomFor = (fileBytes: number) => fileBytes * 2 + setAsideFor(fileBytes);

interface ImportWork {
  db: Db;
  checkpoint: BackgroundCheckpoint;
  importKey: number;
  /** The step that keeps what it changes; see `source_import.changes_step_id`. */
  changesKey: number;
  file: SourceFile;
  /** The file as it was inspected. */
  stamp: FileStamp;
  task: ReadTask;
  finish(counts: ImportCounts): void;
}

/** Reads and writes all rows of one file; whatever goes wrong, nothing of them is left. */
export async function runImport(job: JobContext, work: ImportWork): Promise<void> {
  const { db, importKey, changesKey, file, stamp } = work;
  const total = stamp.bytes;
  job.report({ phase: "reading", done: 0, total });
  assertRoom(db.name, roomFor(total));
  const aside = setRoomAside(db.name, setAsideFor(total));
  const writer = createBatchWriter(db, work.checkpoint, {
    importKey,
    changesKey,
    fileBytes: total,
  });
  try {
    await runWorker<ReadRowsInput, RowBatch, null>("read-rows", {
      input: { read: work.task },
      signal: job.signal,
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      onMessage: (batch) => {
        if (job.signal.aborted) return;
        writer.write(batch);
        job.report({ phase: "writing", done: batch.bytesRead, total });
      },
    });
    if (!isSameStamp(stampFile(file.path, file.name), stamp))
      throw new AppError("fileChanged", { name: file.name });
    const { imported, rejected, duplicates, updated } = writer.written;
    const rowsRead = imported + rejected + duplicates + updated;
    if (rowsRead === 0) throw new AppError("nothingReadable", { name: file.name });
    job.report({ phase: "finishing", done: total, total });
    work.finish({ rowsRead, imported, rejected, duplicates, updated });
  } catch (error) {
    aside.release();
    await rollBack(db, importKey);
    const isShort = isDiskFull(error) && freeBytes(db.name) < roomFor(total);
    throw isShort ? tooSmall(db.name, roomFor(total), error) : asAppError(error, file.name);
  } finally {
    aside.release();
    writer.close();
  }
}
