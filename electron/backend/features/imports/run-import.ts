import { AppError } from "#shared/errors/app-error.ts";
import type { BackgroundCheckpoint } from "../../db/background-checkpoint.ts";
import { asAppError, type Db } from "../../db/open.ts";
import type { JobContext } from "../../jobs/runner.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { SourceFile } from "./inspector.ts";
import type { ImportCounts } from "./queries.ts";
import type { ReadRowsInput, ReadTask } from "./read-rows.worker.ts";
import { type FileStamp, isSameStamp, stampFile } from "./readers/file-text.ts";
import { rollBack } from "./rollback/roll-back.ts";
import type { RowBatch } from "./row-batch.ts";
import { createBatchWriter } from "./writing/batch-writer.ts";

/** Measured: a larger one makes a million rows no faster, only the process a hundred megabytes bigger. */
const YOUNG_GENERATION_MB = 12;

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
    await rollBack(db, importKey);
    throw asAppError(error, file.name);
  } finally {
    writer.close();
  }
}
