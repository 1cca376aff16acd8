import type { ImportRecord, RejectedRow } from "#shared/features/imports/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import { stepQueries } from "../history/queries.ts";

interface ImportRow {
  id: number;
  public_id: string;
  file_name: string;
  sha256: string;
  read_as: string;
  rows_read: number;
  imported: number;
  rejected: number;
  duplicates: number;
  updated: number;
  taken_back_at_ms: number | null;
  finished_at_ms: number;
}

export interface NewImport {
  importId: string;
  fileName: string;
  sha256: string;
  bytes: number;
  /** JSON. */
  readAs: string;
  /** JSON. */
  mapping: string;
  startedAtMs: number;
}

export interface ImportCounts {
  rowsRead: number;
  imported: number;
  rejected: number;
  duplicates: number;
  updated: number;
}

const toRecord = (row: ImportRow): ImportRecord => ({
  importId: row.public_id,
  fileName: row.file_name,
  sha256: row.sha256,
  format: (JSON.parse(row.read_as) as { format: ImportRecord["format"] }).format,
  importedAtMs: row.finished_at_ms,
  rowsRead: row.rows_read,
  imported: row.imported,
  rejected: row.rejected,
  duplicatesOfEarlierImport: row.duplicates,
  updated: row.updated,
  takenBackAtMs: row.taken_back_at_ms,
});

/** The imports themselves and their reject lists. */
export function importQueries(db: Db) {
  const insert = db.prepare(
    `insert into source_import
       (public_id, file_name, sha256, bytes, read_as, mapping, state, started_at_ms,
        changes_step_id)
     values (@importId, @fileName, @sha256, @bytes, @readAs, @mapping, 'running', @startedAtMs,
       @changesKey)`,
  );
  const steps = stepQueries(db);
  const list = db.prepare<[], ImportRow>(
    "select * from source_import where state = 'done' order by id desc",
  );
  const findKey = db
    .prepare<[string], number>("select id from source_import where public_id = ?")
    .pluck();
  const findEarlier = db.prepare<[string], ImportRow>(
    `select * from source_import where sha256 = ? and state = 'done' and taken_back_at_ms is null
     order by imported > 0 desc, id desc limit 1`,
  );
  const find = db.prepare<[string], ImportRow>(
    "select * from source_import where public_id = ? and state = 'done'",
  );
  const countRejects = db
    .prepare<[number], number>("select count(*) from rejected_row where import_id = ?")
    .pluck();
  const rejectColumns = `select line_number as lineNumber, reason, detail, excerpt
    from rejected_row where import_id = ? order by line_number, id`;
  const listRejects = db.prepare<[number, number, number], RejectedRow>(
    `${rejectColumns} limit ? offset ?`,
  );
  const allRejects = db.prepare<[number], RejectedRow>(rejectColumns);
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();

  return {
    insert(values: NewImport): { importKey: number; changesKey: number } {
      const changesKey = steps.insertHidden(newId(), values.startedAtMs);
      return {
        importKey: Number(insert.run({ ...values, changesKey }).lastInsertRowid),
        changesKey,
      };
    },
    list: (): ImportRecord[] => list.all().map(toRecord),
    findKey: (importId: string) => findKey.get(importId),
    findEarlier: (sha256: string): ImportRecord | null => {
      const row = findEarlier.get(sha256);
      return row ? toRecord(row) : null;
    },
    find: (importId: string): ImportRecord | null => {
      const row = find.get(importId);
      return row ? toRecord(row) : null;
    },
    countRejects: (key: number) => countRejects.get(key) ?? 0,
    listRejects: (key: number, limit: number, offset: number) =>
      listRejects.all(key, limit, offset),
    eachReject: (key: number) => allRejects.iterate(key),
    taskType: () => taskType.get() as TaskType,
  };
}

/** Makes a finished import one step of the history. */
export function finishingQueries(db: Db) {
  const finish = db.prepare(
    `update source_import set state = 'done', rows_read = @rowsRead, imported = @imported,
       rejected = @rejected, duplicates = @duplicates, updated = @updated,
       finished_at_ms = @atMs where id = @importKey`,
  );
  const setStep = db.prepare("update source_import set step_id = ? where id = ?");
  const steps = stepQueries(db);
  return {
    finish(keys: { importKey: number; changesKey: number }, counts: ImportCounts, atMs: number) {
      const { importKey, changesKey } = keys;
      db.transaction(() => {
        finish.run({ importKey, ...counts, atMs });
        const hasChanges = steps.hasChanges(changesKey);
        if (!hasChanges) steps.drop(changesKey);
        if (hasChanges || counts.imported > 0) {
          steps.dropUndone();
          setStep.run(steps.insert(newId(), "import", null, atMs), importKey);
        }
        steps.bumpRevision();
      })();
    },
  };
}
