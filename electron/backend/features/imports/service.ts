import { AppError } from "#shared/errors/app-error.ts";
import type {
  ImportRecord,
  Preview,
  ReadAs,
  RejectedRow,
  ReviewNews,
} from "#shared/features/imports/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { BackgroundCheckpoint } from "../../db/background-checkpoint.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { JobRunner } from "../../jobs/runner.ts";
import { guessRoles } from "./column-roles.ts";
import { createInspector, type Inspected, type SourceFile } from "./inspector.ts";
import { type ImportOptions, type PlannedImport, planRows, toNewImport } from "./plan-import.ts";
import { finishingQueries, type ImportCounts, importQueries } from "./queries.ts";
import { saveRejectCsv, writeRejectCsv } from "./reject-csv.ts";
import { createReviews } from "./reviewing/reviews.ts";
import { runImport } from "./run-import.ts";
import type { ImportStepService } from "./taking-back/import-steps.ts";

const PREVIEW_ROWS = 20;
const PREVIEW_CHARACTERS = 2000;

interface ImportDeps {
  jobs: JobRunner;
  checkpoint: BackgroundCheckpoint;
  steps: ImportStepService;
}

/** Bringing files in: look first, then import as a job that either finishes or leaves nothing. */
export function createImportService(db: Db, { jobs, checkpoint, steps }: ImportDeps) {
  const queries = importQueries(db);
  const finishing = finishingQueries(db);
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
  async function plan(file: SourceFile, options: ImportOptions): Promise<PlannedImport> {
    const found = await inspectFile(file, options.readAs ?? {});
    // Left to itself, the very same file brings only what is no longer there.
    const isKnown = queries.findEarlier(found.scan.sha256) !== null;
    const { again = isKnown ? "skip" : "add" } = options;
    const matching = again === "add" ? null : { mode: again, projectPath: db.name };
    return { file, found, task: planRows(file, found, options, queries.taskType(), matching) };
  }

  const reviews = createReviews(db, queries);
  const rejectCsv = (importId: string) => writeRejectCsv(queries.eachReject(getKey(importId)));

  return {
    async inspect(file: SourceFile, readAs: Partial<ReadAs> = {}): Promise<Preview> {
      const found = await inspectFile(file, readAs);
      return toPreview(file, found, queries.taskType(), queries.findEarlier(found.scan.sha256));
    },

    /** Counts what importing the file would do, writing nothing; ends with exactly one review. */
    async *review(
      file: SourceFile,
      options: ImportOptions,
      signal?: AbortSignal,
    ): AsyncGenerator<ReviewNews> {
      yield* reviews.review(await plan(file, options), signal);
    },

    /** Refuses a file or mapping that cannot work at once; everything later is the job's. */
    async start(file: SourceFile, options: ImportOptions = {}) {
      if (!mayWrite(db)) throw new AppError("readOnly");
      const planned = await plan(file, options);
      const { found, task } = planned;
      if (steps.isMoving()) throw new AppError("takeBackRunning");
      const importId = newId();
      let importKey = 0;
      let changesKey = 0;
      const finish = (counts: ImportCounts) =>
        finishing.finish({ importKey, changesKey }, counts, Date.now());
      const jobId = jobs.start({
        kind: "import",
        subjectId: importId,
        record: () => {
          ({ importKey, changesKey } = queries.insert(toNewImport(importId, planned)));
        },
        run: async (job) => {
          const { stamp } = found;
          const keys = { importKey, changesKey };
          await runImport(job, { db, checkpoint, ...keys, file, stamp, task, finish });
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
    close: () => reviews.close(),
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

function toPreview(
  file: SourceFile,
  found: Inspected,
  taskType: TaskType,
  earlierImport: ImportRecord | null,
): Preview {
  const roles = guessRoles(found, taskType);
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
    earlierImport,
  };
}
