import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ColumnRole } from "#shared/features/imports/column-role.ts";
import type {
  ImportRecord,
  Preview,
  ReadAs,
  RejectedRow,
  StartImport,
} from "#shared/features/imports/contract.ts";
import { guessMapping } from "#shared/features/imports/guess-mapping.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { asAppError, type Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { JobContext, JobRunner } from "../../jobs/runner.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { FileScan, Inspection } from "./inspect-file.ts";
import { importQueries } from "./queries.ts";
import type { ReadRowsInput, ReadTask } from "./read-rows.worker.ts";
import { type FileStamp, stampFile } from "./readers/file-text.ts";
import { saveRejectCsv, writeRejectCsv } from "./reject-csv.ts";
import { rollBack } from "./rollback/roll-back.ts";
import type { RowBatch } from "./row-batch.ts";
import { createBatchWriter } from "./writing/batch-writer.ts";

const PREVIEW_ROWS = 20;
const PREVIEW_CHARACTERS = 2000;

/** A file the user handed in. */
export interface SourceFile {
  path: string;
  /** As the user knows it; an uploaded file lies under another name. */
  name: string;
}

export type ImportOptions = Partial<Omit<StartImport, "fileId">> & {
  /** Leaves every n-th row unanswered; for sample projects. */
  unansweredEvery?: number;
};

/** Bringing files in: look first, then import as a job that either finishes or leaves nothing. */
export function createImportService(db: Db, jobs: JobRunner) {
  const queries = importQueries(db);
  let lastScan: { path: string; stamp: FileStamp; scan: FileScan } | null = null;

  async function inspectAt(
    file: SourceFile,
    readAs: Partial<ReadAs>,
  ): Promise<Inspection & { stamp: FileStamp }> {
    const stamp = stampFile(file.path, file.name);
    const known = lastScan && lastScan.path === file.path && isSame(lastScan.stamp, stamp);
    const inspection = await runWorker<ReadRowsInput, never, Inspection>("read-rows", {
      input: {
        inspect: {
          path: file.path,
          fileName: file.name,
          readAs,
          scan: known ? (lastScan?.scan ?? null) : null,
        },
      },
      signal: new AbortController().signal,
    });
    lastScan = { path: file.path, stamp, scan: inspection.scan };
    return { ...inspection, stamp };
  }

  async function inspect(file: SourceFile, readAs: Partial<ReadAs> = {}): Promise<Preview> {
    const found = await inspectAt(file, readAs);
    const roles = guessRoles(found, queries.taskType());
    return {
      fileName: file.name,
      bytes: found.stamp.bytes,
      sha256: found.scan.sha256,
      readAs: found.readAs,
      columns: found.columns.map((name) => ({ name, role: roles.get(name) ?? "field" })),
      rows: found.rows.slice(0, PREVIEW_ROWS).map((row) => row.map(shorten)),
      rejects: found.rejects,
      earlierImport: queries.findEarlier(found.scan.sha256),
    };
  }

  async function start(
    file: SourceFile,
    options: ImportOptions = {},
  ): Promise<{ jobId: string; importId: string }> {
    if (db.readonly) throw new AppError("readOnly");
    const found = await inspectAt(file, options.readAs ?? {});
    const taskType = queries.taskType();
    const roles = decideRoles(found, options.mapping ?? [], taskType);
    const earlier = queries.findEarlier(found.scan.sha256);
    const skipped = earlier && options.again !== "add" ? earlier : null;
    const importId = newId();
    let importKey = 0;
    const jobId = jobs.start({
      kind: "import",
      subjectId: importId,
      record: () => {
        importKey = queries.insert({
          importId,
          fileName: file.name,
          sha256: found.scan.sha256,
          bytes: found.stamp.bytes,
          readAs: JSON.stringify(found.readAs),
          mapping: JSON.stringify({
            columns: found.columns.map((column, index) => ({ column, role: roles[index] })),
            split: options.split ?? null,
          }),
          startedAtMs: Date.now(),
        });
      },
      run: async (job) => {
        if (skipped) {
          const rowsRead = skipped.rowsRead;
          const counts = { rowsRead, imported: 0, rejected: 0, duplicates: rowsRead };
          queries.finish(importKey, counts, Date.now());
          return;
        }
        await run(job, importKey, file, found.stamp, {
          path: file.path,
          readAs: found.readAs,
          plan: {
            taskType,
            columns: found.columns,
            roles,
            split: options.split ?? null,
            unansweredEvery: options.unansweredEvery ?? 0,
          },
        });
      },
    });
    return { jobId, importId };
  }

  async function run(
    job: JobContext,
    importKey: number,
    file: SourceFile,
    stamp: FileStamp,
    task: ReadTask,
  ) {
    const writer = createBatchWriter(db, importKey);
    try {
      const total = stamp.bytes;
      job.report({ phase: "reading", done: 0, total });
      await runWorker<ReadRowsInput, RowBatch, null>("read-rows", {
        input: { read: task },
        signal: job.signal,
        onMessage: (batch) => {
          if (job.signal.aborted) return;
          writer.write(batch);
          job.report({ phase: "writing", done: batch.bytesRead, total });
        },
      });
      if (!isSame(stampFile(file.path, file.name), stamp))
        throw new AppError("fileChanged", { name: file.name });
      const { imported, rejected } = writer.written;
      if (imported + rejected === 0) throw new AppError("nothingReadable", { name: file.name });
      job.report({ phase: "finishing", done: total, total });
      const rowsRead = imported + rejected;
      queries.finish(importKey, { rowsRead, imported, rejected, duplicates: 0 }, Date.now());
    } catch (error) {
      await rollBack(db, importKey);
      throw asAppError(error, file.name);
    } finally {
      writer.close();
    }
  }

  function getKey(importId: string): number {
    const key = queries.findKey(importId);
    if (key === undefined) throw new AppError("notFound", { thing: "import" });
    return key;
  }

  return {
    inspect,
    start,
    list: (): ImportRecord[] => queries.list(),
    listRejects(importId: string, page: { offset: number; limit: number }) {
      const key = getKey(importId);
      const rows: RejectedRow[] = queries.listRejects(key, page.limit, page.offset);
      return { total: queries.countRejects(key), rows };
    },
    /** The whole reject list as CSV text. */
    rejectCsv: (importId: string): string => writeRejectCsv(queries.eachReject(getKey(importId))),
    /** Writes the reject list below `folder` and returns its path. */
    saveRejects(importId: string, folder: string): string {
      const record = queries.list().find((each) => each.importId === importId);
      const csv = this.rejectCsv(importId);
      return saveRejectCsv(folder, basename(record?.fileName ?? importId), csv);
    },
  };
}
export type ImportService = ReturnType<typeof createImportService>;

const isSame = (a: FileStamp, b: FileStamp) =>
  a.bytes === b.bytes && a.modifiedAtMs === b.modifiedAtMs;

const shorten = (cell: string) =>
  cell.length > PREVIEW_CHARACTERS ? `${cell.slice(0, PREVIEW_CHARACTERS)}…`.toWellFormed() : cell;

const guessRoles = ({ columns, rows }: Inspection, taskType: TaskType) =>
  guessMapping(
    columns.map((name, index) => ({ name, values: rows.map((row) => row[index] ?? "") })),
    taskType,
  );

/** One role for each column: as mapped, else "field"; as guessed when nothing was mapped. */
function decideRoles(
  found: Inspection,
  mapping: StartImport["mapping"],
  taskType: TaskType,
): ColumnRole[] {
  for (const { column } of mapping)
    if (!found.columns.includes(column))
      throw new AppError("unknownColumn", { column, columns: found.columns.join(", ") });
  const chosen =
    mapping.length > 0
      ? new Map(mapping.map(({ column, role }) => [column, role]))
      : guessRoles(found, taskType);
  const roles = found.columns.map((column) => chosen.get(column) ?? "field");
  if (!roles.includes("input")) throw new AppError("noInputColumn");
  return roles;
}
