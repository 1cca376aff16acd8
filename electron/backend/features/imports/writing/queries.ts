import type { RejectedRow } from "#shared/features/imports/contract.ts";
import type { Db } from "../../../db/open.ts";

/** A label as answers need it. */
export interface KnownLabel {
  key: number;
  labelId: string;
  name: string;
}

export interface NewLabel {
  labelId: string;
  name: string;
  colour: string;
  shortcut: string | null;
  position: number;
}

/** What writing the rows of one import needs. */
export function writingQueries(db: Db) {
  const listLabels = db.prepare<[], KnownLabel>(
    `select id as key, public_id as labelId, name from label where removed_at_ms is null`,
  );
  const listShortcuts = db
    .prepare<[], string | null>(
      "select shortcut from label where removed_at_ms is null and shortcut is not null",
    )
    .pluck();
  const nextPosition = db
    .prepare<[], number>("select coalesce(max(position) + 1, 0) from label")
    .pluck();
  const insertLabel = db.prepare(
    `insert into label (public_id, name, colour, shortcut, position)
     values (@labelId, @name, @colour, @shortcut, @position)`,
  );
  const saveMadeLabels = db.prepare(
    "update source_import set mapping = json_set(mapping, '$.madeLabels', json(?)) where id = ?",
  );
  const findAnnotator = db
    .prepare<[], number>("select id from annotator where kind = 'import' order by id limit 1")
    .pluck();
  const insertAnnotator = db.prepare(
    "insert into annotator (public_id, name, kind) values (?, 'import', 'import')",
  );
  const insertReject = db.prepare(
    `insert into rejected_row (import_id, line_number, reason, detail, excerpt) values (?, ?, ?, ?, ?)`,
  );
  const bumpRevision = db.prepare("update project set revision = revision + 1");

  return {
    listLabels: () => listLabels.all(),
    listShortcuts: () => listShortcuts.all(),
    nextPosition: () => nextPosition.get() ?? 0,
    insertLabel: (label: NewLabel) => Number(insertLabel.run(label).lastInsertRowid),
    saveMadeLabels: (importKey: number, labelIds: readonly string[]) =>
      void saveMadeLabels.run(JSON.stringify(labelIds), importKey),
    findAnnotator: () => findAnnotator.get(),
    insertAnnotator: (publicId: string) => Number(insertAnnotator.run(publicId).lastInsertRowid),
    insertReject: (importKey: number, row: RejectedRow) =>
      void insertReject.run(importKey, row.lineNumber, row.reason, row.detail, row.excerpt),
    bumpRevision: () => void bumpRevision.run(),
    /**
     * The rows of a large file come with their labels in any order, which rewrites the whole index over
     * labels with every batch: it is made anew at the end, in an eighth of the time.
     */
    dropLabelIndex: () => void db.exec("drop index if exists example_label"),
    makeLabelIndex: () =>
      void db.exec(
        "create index if not exists example_label on example (label_id, id) where removed_at_ms is null",
      ),
    /** Runs a transaction that the disk need not confirm: losing it only means a rolled-back import. */
    inRelaxedTransaction(act: () => void) {
      db.pragma("synchronous = NORMAL");
      try {
        db.transaction(act).immediate();
      } finally {
        db.pragma("synchronous = FULL");
      }
    },
  };
}

/** Where the rows themselves go in, on a connection of their own; see `openForPouring`. */
export function pouringQueries(db: Db) {
  const lastExample = db.prepare<[], number>("select coalesce(max(id), 0) from example").pluck();
  const lastAnnotation = db
    .prepare<[], number>("select coalesce(max(id), 0) from annotation")
    .pluck();
  const bumpRevision = db.prepare("update project set revision = revision + 1");
  return {
    lastExample: () => lastExample.get() ?? 0,
    lastAnnotation: () => lastAnnotation.get() ?? 0,
    bumpRevision: () => void bumpRevision.run(),
    inTransaction: (act: () => void) => db.transaction(act).immediate(),
  };
}
