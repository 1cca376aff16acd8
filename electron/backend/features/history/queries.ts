import type { Step } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";

/** The columns whose changes are recorded, table by table; ids stay, everything else goes back and forth. */
const TRACKED = {
  example: [
    "status",
    "flagged",
    "annotation_id",
    "label_id",
    "unreviewed",
    "removed_at_ms",
    "split",
  ],
  label: ["public_id", "name", "description", "colour", "shortcut", "position", "removed_at_ms"],
  project: [
    "name",
    "task_type",
    "description",
    "licence",
    "attribution",
    "system_prompt",
    "guideline_id",
  ],
} as const;
type TrackedTable = keyof typeof TRACKED;

/** Columns that follow from a tracked one, so that steps need not carry them. */
const ofAnswer = (column: string) =>
  `(select ${column} from main.annotation where id = @values ->> 'annotation_id')`;
const DERIVED: Record<TrackedTable, string> = {
  example: `, annotator_id = ${ofAnswer("annotator_id")}, answered_at_ms = ${ofAnswer("created_at_ms")}`,
  label: "",
  project: "",
};

/**
 * SQL that gives examples the values they had before, or after, recorded changes `c` in one statement, however
 * many they are. The caller adds which changes; each example may be among them once.
 */
export function writeBackSql(side: "before" | "after"): string {
  const columns = TRACKED.example.map((column) => `${column} = c.${side} ->> '${column}'`);
  const derived = DERIVED.example.replaceAll("@values", `c.${side}`);
  return `update main.example set ${columns.join(", ")} ${derived} from undo_change c`;
}

const rowJson = (table: TrackedTable, row: "old" | "new") =>
  `json_object(${TRACKED[table].map((column) => `'${column}', ${row}.${column}`).join(", ")})`;

/**
 * Temporary triggers copy the old and new values of every changed row while a step is being recorded.
 * They live in this connection only, so the project file itself stays free of them.
 */
export function installRecorder(db: Db): void {
  db.exec("create temp table recording (step_id integer)");
  for (const table of Object.keys(TRACKED) as TrackedTable[]) {
    const changed = TRACKED[table].map((c) => `old.${c} is not new.${c}`).join(" or ");
    const record = (row: "old" | "new", before: string, after: string) =>
      `insert into undo_change (step_id, table_name, row_id, before, after)
       select step_id, '${table}', ${row}.id, ${before}, ${after} from recording;`;
    const old = rowJson(table, "old");
    const now = rowJson(table, "new");
    db.exec(`
      create temp trigger record_${table}_update after update on main.${table}
      when (${changed}) and exists (select 1 from recording)
      begin ${record("new", old, now)} end;
      ${
        // Only labels are made by steps; examples come with imports, which are taken back as a whole.
        table === "label"
          ? `create temp trigger record_label_insert after insert on main.label
             when exists (select 1 from recording) begin ${record("new", "null", now)} end;`
          : ""
      }`);
  }
}

interface StepRow {
  id: number;
  public_id: string;
  action: Step["action"];
  example_public_id: string | null;
  created_at_ms: number;
  changes: number;
}

const toStep = (row: StepRow): Step => ({
  stepId: row.public_id,
  action: row.action,
  atMs: row.created_at_ms,
  changes: row.changes,
  exampleId: row.example_public_id,
});

interface ChangeRow {
  table_name: TrackedTable;
  row_id: number;
  before: string | null;
  after: string | null;
}

/** All examples of a step in one statement, which takes a fraction of what one statement each would. */
const restoreExamples = (db: Db, side: "before" | "after", end: "min" | "max") =>
  db.prepare(
    `${writeBackSql(side)} where example.id = c.row_id and c.id in (select ${end}(id) from undo_change
       where step_id = ? and table_name = 'example' group by row_id)`,
  );

export function historyQueries(db: Db) {
  const insertStep = db.prepare(
    `insert into undo_step (public_id, action, example_public_id, state, created_at_ms)
     values (?, ?, ?, 'done', ?)`,
  );
  const startRecording = db.prepare("insert into temp.recording values (?)");
  const stopRecording = db.prepare("delete from temp.recording");
  const dropUndone = db.prepare("delete from undo_step where state = 'undone'");
  const countChanges = db.prepare("select count(*) from undo_change where step_id = ?").pluck();
  const dropStep = db.prepare("delete from undo_step where id = ?");
  const setState = db.prepare("update undo_step set state = ? where id = ?");
  const columns = `select s.id, s.public_id, s.action, s.example_public_id, s.created_at_ms,
    (select count(*) from undo_change c where c.step_id = s.id) as changes from undo_step s`;
  const lastDone = db.prepare<[], StepRow>(
    `${columns} where state = 'done' order by id desc limit 1`,
  );
  const firstUndone = db.prepare<[], StepRow>(
    `${columns} where state = 'undone' order by id limit 1`,
  );
  const listChanges = db.prepare<[number], ChangeRow>(
    `select table_name, row_id, before, after from undo_change
     where step_id = ? and table_name <> 'example' order by id`,
  );
  const takeExamplesBack = restoreExamples(db, "before", "min");
  const changeExamplesAgain = restoreExamples(db, "after", "max");
  const writeBack = Object.fromEntries(
    (Object.keys(TRACKED) as TrackedTable[]).map((table) => [
      table,
      db.prepare(
        `update main.${table} set ${TRACKED[table].map((c) => `${c} = @values ->> '${c}'`).join(", ")}
         ${DERIVED[table]} where id = @rowId`,
      ),
    ]),
  ) as Record<TrackedTable, ReturnType<Db["prepare"]>>;
  const insertLabel = db.prepare(
    `insert into label (id, ${TRACKED.label.join(", ")})
     values (@rowId, ${TRACKED.label.map((c) => `@values ->> '${c}'`).join(", ")})`,
  );
  const deleteLabel = db.prepare("delete from label where id = ?");
  const bumpRevision = db.prepare("update project set revision = revision + 1");

  function restore(change: ChangeRow, values: string | null) {
    const isInsertion = change.before === null;
    if (!isInsertion) writeBack[change.table_name].run({ rowId: change.row_id, values });
    else if (values === null) deleteLabel.run(change.row_id);
    else insertLabel.run({ rowId: change.row_id, values });
  }

  return {
    beginStep(stepId: string, action: string, exampleId: string | null, atMs: number): number {
      const key = insertStep.run(stepId, action, exampleId, atMs).lastInsertRowid as number;
      startRecording.run(key);
      return key;
    },
    /** Ends recording. A step that changed nothing leaves no trace: what was undone can still be redone. */
    endStep(key: number) {
      stopRecording.run();
      if (countChanges.get(key) === 0) {
        dropStep.run(key);
        return;
      }
      dropUndone.run();
      bumpRevision.run();
    },
    lastDone: () => lastDone.get(),
    firstUndone: () => firstUndone.get(),
    toStep,
    takeBack(row: StepRow) {
      // Examples before labels, and again after them, so that they never name one that is not there.
      takeExamplesBack.run(row.id);
      for (const change of listChanges.all(row.id).toReversed()) restore(change, change.before);
      setState.run("undone", row.id);
      bumpRevision.run();
    },
    doAgain(row: StepRow) {
      for (const change of listChanges.all(row.id)) restore(change, change.after);
      changeExamplesAgain.run(row.id);
      setState.run("done", row.id);
      bumpRevision.run();
    },
  };
}
