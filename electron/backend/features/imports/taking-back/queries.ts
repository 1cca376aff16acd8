import type { Db } from "../../../db/open.ts";
import type { RecordedChange } from "../../history/recording/tracked.ts";

export type MoveKind = "undoImport" | "redoImport" | "takeBack" | "undoTakeBack" | "redoTakeBack";

/** All examples of one import on their way out of the project or back into it. */
export interface Move {
  importKey: number;
  kind: MoveKind;
  /** The step concerned; null until a new one is made. */
  stepKey: number | null;
}
type Saved = Omit<Move, "importKey">;
export type Direction = "out" | "in";

export interface MovedImport {
  importId: string;
  takenBackAtMs: number | null;
  changesStepKey: number | null;
}

/** What is known of an import on its way. */
export function moveQueries(db: Db) {
  const listUnfinished = db.prepare<[], { importKey: number; move: string }>(
    `select id as importKey, unfinished_move as move from source_import
     where unfinished_move is not null`,
  );
  const find = db.prepare<[number], MovedImport>(
    `select public_id as importId, taken_back_at_ms as takenBackAtMs, changes_step_id as changesStepKey
     from source_import where id = ?`,
  );
  const isMoving = db
    .prepare<[], number>(
      "select exists (select 1 from source_import where unfinished_move is not null)",
    )
    .pluck();
  const isRunning = db
    .prepare<[], number>("select exists (select 1 from source_import where state = 'running')")
    .pluck();
  const count = db
    .prepare<[number], number>("select imported + updated from source_import where id = ?")
    .pluck();
  const save = db.prepare("update source_import set unfinished_move = ? where id = ?");
  const setTakenBack = db.prepare("update source_import set taken_back_at_ms = ? where id = ?");
  const nameImport = db.prepare(
    `insert into undo_change (step_id, table_name, row_id, before, after)
     values (?, 'source_import', ?, '{}', '{}')`,
  );

  return {
    listUnfinished: (): Move[] =>
      listUnfinished
        .all()
        .map(({ importKey, move }) => ({ importKey, ...(JSON.parse(move) as Saved) })),
    find: (importKey: number) => find.get(importKey) as MovedImport,
    isMoving: () => isMoving.get() === 1,
    isRunning: () => isRunning.get() === 1,
    /** Examples that the import brought or changed. */
    count: (importKey: number) => count.get(importKey) ?? 0,
    save: ({ importKey, ...saved }: Move) =>
      void save.run(JSON.stringify(saved satisfies Saved), importKey),
    end: (importKey: number) => void save.run(null, importKey),
    setTakenBack: (importKey: number, atMs: number | null) =>
      void setTakenBack.run(atMs, importKey),
    /** Says which import a step took back. */
    nameImport: (stepKey: number, importKey: number) => void nameImport.run(stepKey, importKey),
  };
}

/** Takes the examples of an import out and brings them back, a slice at a time. */
export function sliceQueries(db: Db) {
  const isMomentTaken = db
    .prepare<[number, number], number>(
      "select exists (select 1 from example where import_id = ? and removed_at_ms = ?)",
    )
    .pluck();
  const where = {
    out: "import_id = @importKey and removed_at_ms is null",
    in: "import_id = @importKey and removed_at_ms = @atMs",
  };
  // The last example of the slice; null when none is left. Beginning where the slice before ended, all
  // slices together read the table once.
  const end = (to: Direction) =>
    db
      .prepare<[object], number | null>(
        `select max(id) from
           (select id from example where id > @after and ${where[to]} order by id limit @limit)`,
      )
      .pluck();
  const move = (to: Direction, moment: string) =>
    db.prepare(
      `update example set removed_at_ms = ${moment} where id > @after and id <= @last and ${where[to]}`,
    );
  const slices = {
    out: { end: end("out"), move: move("out", "@atMs") },
    in: { end: end("in"), move: move("in", "null") },
  };
  const columns = `select id, table_name, row_id, before, after from undo_change
    where step_id = @stepKey and table_name <> 'source_import'`;
  const changes = {
    descending: db.prepare<[object], RecordedChange>(
      `${columns} and id < @from order by id desc limit @limit`,
    ),
    ascending: db.prepare<[object], RecordedChange>(
      `${columns} and id > @from order by id limit @limit`,
    ),
  };

  return {
    /** A moment at which no example of this import was put away by anybody. */
    freeMoment(importKey: number, fromMs: number): number {
      let atMs = fromMs;
      while (isMomentTaken.get(importKey, atMs) === 1) atMs += 1;
      return atMs;
    },
    /** Moves up to `limit` examples after the key given; the last one's key, or null when none was left. */
    moveSlice(
      to: Direction,
      { importKey, atMs }: { importKey: number; atMs: number },
      after: number,
      limit: number,
    ): number | null {
      const last = slices[to].end.get({ importKey, atMs, after, limit }) ?? null;
      if (last !== null) slices[to].move.run({ importKey, atMs, after, last });
      return last;
    },
    listChanges: (
      stepKey: number,
      direction: "ascending" | "descending",
      from: number,
      limit: number,
    ): RecordedChange[] => changes[direction].all({ stepKey, from, limit }),
  };
}
