import type { Db } from "../../../db/open.ts";
import { MADE_BY_STEPS, TRACKED, TRACKED_TABLES, type TrackedTable } from "./tracked.ts";

const rowJson = (table: TrackedTable, row: "old" | "new") =>
  `json_object(${TRACKED[table].map((column) => `'${column}', ${row}.${column}`).join(", ")})`;

/**
 * Temporary triggers copy the old and new values of every changed row while a step is being recorded.
 * They live in this connection only, so the project file itself stays free of them.
 */
export function installRecorder(db: Db): void {
  db.exec("create temp table recording (step_id integer)");
  for (const table of TRACKED_TABLES) {
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
        // Few things are made by steps; examples come with imports, which are taken back as a whole.
        MADE_BY_STEPS.has(table)
          ? `create temp trigger record_${table}_insert after insert on main.${table}
             when exists (select 1 from recording) begin ${record("new", "null", now)} end;`
          : ""
      }`);
  }
}

/** Says which step the changes that follow belong to; only within one transaction. */
export function recordingQueries(db: Db) {
  const start = db.prepare("insert into temp.recording values (?)");
  const stop = db.prepare("delete from temp.recording");
  return {
    /** Records what `act` changes as part of a step. Call it in a transaction: a failure leaves nothing then. */
    recordInto(stepKey: number, act: () => void) {
      start.run(stepKey);
      act();
      stop.run();
    },
    start: (stepKey: number) => void start.run(stepKey),
    stop: () => void stop.run(),
  };
}
