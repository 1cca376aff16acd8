import { AppError } from "#shared/errors/app-error.ts";
import type {
  ImportRecord,
  Preview,
  ReadAs,
  RejectedRow,
  ReviewNews,
  StartImport,
} from "#shared/features/imports/contract.ts";
import type { BackgroundCheckpoint } from "../../db/background-checkpoint.ts";
import { suggestAgain } from "#shared/features/imports/suggest-again.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { JobRunner } from "../../jobs/runner.ts";
import { decideRoles, guessRoles } from "./column-roles.ts";
import { createInspector, type Inspected, type SourceFile } from "./inspector.ts";
import { type ImportCounts, importQueries, type NewImport } from "./queries.ts";
import type { ReadTask } from "./read-rows.worker.ts";
import { reviewFile } from "./reviewing/review-file.ts";
import type { ImportStepService } from "./taking-back/import-steps.ts";
import { saveRejectCsv, writeRejectCsv } from "./reject-csv.ts";
import { runImport } from "./run-import.ts";

const PREVIEW_ROWS = 20;
const PREVIEW_CHARACTERS = 2000;

export type ImportOptions = Partial<Omit<StartImport, "fileId">> & {
  /** Leaves every n-th row unanswered; for sample projects. */
  unansweredEvery?: number;
};

/** Bringing files in: look first, then import as a job that either finishes or leaves nothing. */
export function createImportService(
  db: Db,
  {
    jobs,
    steps,
    checkpoint,
  }: { jobs: JobRunner; steps: ImportStepService; checkpoint: BackgroundCheckpoint },
) {
  const queries = importQueries(db);
  const inspectFile = createInspector();

  function getKey(importId: string): number {
    const key = queries.findKey(importId);
    if (key === undefined) throw new AppError("notFound", { thing: "import" });
    return key;
  }

  function get(importId: string): ImportRecord {
    const record = queries.find(importId);
    if (!record) throw new AppError("notFound", { thing: "import" });
    return record;
  }

  /** How every row of a file would be read; refuses a mapping that cannot work. */
  async function plan(file: SourceFile, options: ImportOptions) {
    const found = await inspectFile(file, options.readAs ?? {});
    const taskType = queries.taskType();
    const roles = decideRoles(found, options.mapping ?? [], taskType);
    const split = options.split ?? null;
    const unansweredEvery = options.unansweredEvery ?? 0;
    const { columns, readAs } = found;
    const rows = { taskType, columns, roles, split, unansweredEvery };
    const task: ReadTask = { path: file.path, readAs, plan: rows };
    return { found, task };
  }

  const closing = new AbortController();
  const reviews = new Set<Promise<void>>();

  const rejectCsv = (importId: string) => writeRejectCsv(queries.eachReject(getKey(importId)));

  return {
    async inspect(file: SourceFile, readAs: Partial<ReadAs> = {}): Promise<Preview> {
      const found = await inspectFile(file, readAs);
      const roles = guessRoles(found, queries.taskType());
      return {
        fileName: file.name,
        bytes: found.stamp.bytes,
        sha256: found.scan.sha256,
        readAs: found.readAs,
        columns: found.columns.map((name) => ({ name, role: roles.get(name) ?? "field" })),
        rows: found.rows.slice(0, PREVIEW_ROWS).map((row) => row.map(shorten)),
        rejects: found.rejects,
        ...found.signs,
        facts: found.facts,
        earlierImport: queries.findEarlier(found.scan.sha256),
      };
    },

    /** Counts what importing the file would do, writing nothing; ends with exactly one review. */
    async *review(
      file: SourceFile,
      options: ImportOptions,
      signal?: AbortSignal,
    ): AsyncGenerator<ReviewNews> {
      const { found, task } = await plan(file, options);
      const stopped = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const work = { task, projectPath: db.name, bytes: found.stamp.bytes, signal: stopped };
      yield* reviewFile(work, reviews, ({ knownFrom, ...counted }) => {
        const sameFile = queries.findEarlier(found.scan.sha256);
        const earlierImport = sameFile ?? (knownFrom === null ? null : queries.find(knownFrom));
        return { ...counted, earlierImport, suggested: suggestAgain(counted, sameFile !== null) };
      });
    },

    /** Refuses a file or mapping that cannot work at once; everything later is the job's. */
    async start(file: SourceFile, options: ImportOptions = {}) {
      if (!mayWrite(db)) throw new AppError("readOnly");
      if (steps.isMoving()) throw new AppError("takeBackRunning");
      const { found, task } = await plan(file, options);
      const earlier = queries.findEarlier(found.scan.sha256);
      const skipped = options.again === undefined ? earlier : null;
      if (options.again === "skip" || options.again === "update")
        task.again = { mode: options.again, projectPath: db.name };
      const importId = newId();
      let importKey = 0;
      let changesKey = 0;
      const finish = (counts: ImportCounts) => queries.finish(importKey, counts, Date.now());
      const jobId = jobs.start({
        kind: "import",
        subjectId: importId,
        record: () => {
          ({ importKey, changesKey } = queries.insert(toNewImport(importId, file, found, task)));
        },
        run: async (job) => {
          if (skipped) {
            const { rowsRead, rejected } = skipped;
            queries.copyRejects(skipped.importId, importKey);
            finish({
              rowsRead,
              imported: 0,
              rejected,
              duplicates: rowsRead - rejected,
              updated: 0,
            });
          } else
            await runImport(job, {
              db,
              checkpoint,
              importKey,
              changesKey,
              file,
              stamp: found.stamp,
              task,
              finish,
            });
        },
      });
      return { jobId, importId };
    },

    list: (): ImportRecord[] => queries.list(),
    /** Takes every example of an import out again, as a step of its own. */
    async takeBack(importId: string): Promise<ImportRecord> {
      if (!mayWrite(db)) throw new AppError("readOnly");
      await steps.takeBack(getKey(importId));
      return get(importId);
    },
    /** Ends reviews that are still running; their connections must be gone before the file is closed. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.all(reviews);
    },
    listRejects(importId: string, page: { offset: number; limit: number }) {
      const key = getKey(importId);
      const rows: RejectedRow[] = queries.listRejects(key, page.limit, page.offset);
      return { total: queries.countRejects(key), rows };
    },
    /** The whole reject list as CSV text. */
    rejectCsv,
    /** Writes the reject list below `folder` and returns its path. */
    saveRejects(importId: string, folder: string): string {
      const csv = rejectCsv(importId);
      const fileName = queries.list().find((each) => each.importId === importId)?.fileName;
      return saveRejectCsv(folder, fileName ?? importId, csv);
    },
  };
}
export type ImportService = ReturnType<typeof createImportService>;

const shorten = (cell: string) =>
  cell.length > PREVIEW_CHARACTERS ? `${cell.slice(0, PREVIEW_CHARACTERS)}…`.toWellFormed() : cell;

function toNewImport(
  importId: string,
  file: SourceFile,
  found: Inspected,
  { plan: { columns, roles, split } }: ReadTask,
): NewImport {
  return {
    importId,
    fileName: file.name,
    sha256: found.scan.sha256,
    bytes: found.stamp.bytes,
    readAs: JSON.stringify(found.readAs),
    mapping: JSON.stringify({
      columns: columns.map((column, index) => ({ column, role: roles[index] })),
      split,
    }),
    startedAtMs: Date.now(),
  };
}
