import type { Again } from "#shared/features/imports/contract.ts";
import type { DraftExample, RowPlan } from "#shared/features/imports/draft-row.ts";
import { openForReading } from "../../../db/open.ts";
import type { Brings } from "./compare-rows.ts";
import { createRowMatcher } from "./row-matcher.ts";

/** How rows that are in the project already are dealt with; null adds every row. */
export interface MatchTask {
  mode: Exclude<Again, "add">;
  /** The project, read only. */
  projectPath: string;
}

/** A row that says something else than the example it was recognised as. */
export interface ChangedRow {
  key: number;
  row: DraftExample;
}

/** Rows of one batch that were recognised. */
export interface MatchedRows {
  /** Rows that stay as they are. */
  known: number;
  changed: ChangedRow[];
  brings: Brings;
}

/** Changing an example takes that many times as long as adding one. */
const ROWS_PER_CHANGE = 4;
const CHARACTERS_PER_ROW = 500;

/** Sorts the rows of one file; null when there is nothing in the project to recognise them by. */
export function openRowSorter(task: MatchTask | null, plan: RowPlan) {
  if (task === null) return null;
  const db = openForReading(task.projectPath);
  const matcher = createRowMatcher(db, plan);
  if (!matcher) {
    db.close();
    return null;
  }
  const { brings } = matcher;
  let matched: MatchedRows = { known: 0, changed: [], brings };
  let weight = 0;
  return {
    /** True for a row that was recognised and so brings no example of its own. */
    take(row: DraftExample): boolean {
      const match = matcher.match(row);
      if (match.fate === "fresh") return false;
      if (match.fate === "changed" && task.mode === "update") {
        matched.changed.push({ key: match.key, row });
        weight +=
          ROWS_PER_CHANGE + Math.floor((row.input.length + row.fields.length) / CHARACTERS_PER_ROW);
      } else matched.known += 1;
      return true;
    },
    /** How much work writing what was recognised will be, in rows. */
    weight: () => weight,
    /** What was recognised since the last call. */
    drain(): MatchedRows {
      matcher.release();
      const drained = matched;
      matched = { known: 0, changed: [], brings };
      weight = 0;
      return drained;
    },
    close() {
      matcher.release();
      db.close();
    },
  };
}
