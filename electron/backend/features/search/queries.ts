import type { SearchState } from "#shared/features/search/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { installSearchFunctions } from "./sql-functions.ts";

/** Rows and characters written to the index at once: a few milliseconds. */
const SLICE_ROWS = 200;
const SLICE_CHARACTERS = 100_000;
/** Bytes of one text that are indexed; what comes later is found as long as the index is not needed for it. */
const INDEXED_BYTES = 1_000_000;
/** Pages of the index that are put together after a slice, so that it never stalls and stays quick to read. */
const MERGED_PAGES = 20;
const STALE_AT_ONCE = 200;

/**
 * Marks what the index holds wrongly from now on. Temporary triggers, so that every way to change an answer
 * or to take an example out marks it in its own transaction, and the file itself stays free of them.
 */
export function installStaleMarks(db: Db): void {
  const mark = (id: string) => `insert or ignore into main.search_stale values (${id});`;
  db.exec(`
    create temp trigger search_answer_changed after update of annotation_id on main.example
    when old.annotation_id is not new.annotation_id
      and new.id <= (select indexed_through from main.search_progress)
      and (select task_type from main.project) in ('write', 'chat', 'rank')
    begin ${mark("new.id")} end;
    create temp trigger search_text_changed after update of input on main.example_text
    when new.id <= (select indexed_through from main.search_progress)
    begin ${mark("new.id")} end;
    create temp trigger search_text_gone after delete on main.example_text
    when old.id <= (select indexed_through from main.search_progress)
    begin ${mark("old.id")} end;`);
}

/** Writes slices of the index. */
function sliceQueries(db: Db) {
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const next = db.prepare<[number], { id: number; characters: number }>(
    `select id, characters from example where id > ? order by id limit ${SLICE_ROWS}`,
  );
  const text = `case when octet_length(t.input) <= ${INDEXED_BYTES} then t.input
    else cast(substr(cast(t.input as blob), 1, ${INDEXED_BYTES}) as text) end`;
  const addRows = (answer: string, where: string) =>
    db.prepare(
      `insert into example_search (rowid, input, answer) select t.id, ${text}, ${answer}
       from example_text t join example e on e.id = t.id
         left join annotation a on a.id = e.annotation_id where ${where}`,
    );
  const inSlice = "t.id > @after and t.id <= @upTo";
  const someStale = `(select example_id from search_stale order by example_id limit ${STALE_AT_ONCE})`;
  const add = { plain: addRows("''", inSlice), worded: addRows("answer_text(a.value)", inSlice) };
  const addStale = addRows(
    "answer_text(a.value)",
    // What lies beyond comes with its slice.
    `t.id in ${someStale} and t.id <= (select indexed_through from search_progress)`,
  );
  const dropStale = db.prepare(`delete from example_search where rowid in ${someStale}`);
  const unmark = db.prepare(`delete from search_stale where example_id in ${someStale}`);
  const setThrough = db.prepare("update search_progress set indexed_through = ?");
  const lowerThrough = db.prepare(
    `update search_progress set indexed_through =
       min(indexed_through, (select coalesce(max(id), 0) from example))`,
  );

  return {
    setThrough: (key: number) => void setThrough.run(key),
    add(after: number) {
      let characters = 0;
      let upTo = after;
      for (const row of next.all(after)) {
        characters += row.characters;
        if (upTo > after && characters > SLICE_CHARACTERS) break;
        upTo = row.id;
      }
      const isWordless = ["classify", "tag", "extract"].includes(taskType.get() as TaskType);
      add[isWordless ? "plain" : "worded"].run({ after, upTo });
      setThrough.run(upTo);
    },
    renewStale() {
      dropStale.run();
      addStale.run();
      unmark.run();
      lowerThrough.run();
    },
  };
}

export function searchIndexQueries(db: Db) {
  installSearchFunctions(db);
  const slices = sliceQueries(db);
  const state = db.prepare<[], { indexed: number; total: number; stale: number }>(
    `select indexed_through as indexed, (select coalesce(max(id), 0) from example) as total,
       (select count(*) from search_stale) as stale from search_progress`,
  );
  const configure = db.prepare(
    // Numbers are bound as fractions, which FTS5 does not take for a setting.
    "insert into example_search (example_search, rank) values (?, cast(? as integer))",
  );
  const empty = db.prepare("insert into example_search (example_search) values ('delete-all')");
  const unmarkAll = db.prepare("delete from search_stale");

  /** The index can be made again: a power cut may cost the last slices, never an answer. */
  function relaxed(act: () => void) {
    db.pragma("synchronous = NORMAL");
    try {
      db.transaction(act).immediate();
    } finally {
      db.pragma("synchronous = FULL");
    }
  }

  return {
    state(): SearchState & { stale: number } {
      const { indexed, total, stale } = state.get() as NonNullable<ReturnType<typeof state.get>>;
      return { indexed: Math.min(indexed, total), total, stale, ready: indexed >= total };
    },
    /** Before the first slice; false when there is none to come. Merging happens in portions after each slice, never all at once. */
    prepare(): boolean {
      const { ready, stale } = this.state();
      if (ready && stale === 0) return false;
      relaxed(() => {
        configure.run("automerge", 0);
        configure.run("crisismerge", 1999);
        configure.run("usermerge", 4);
      });
      return true;
    },
    /** Brings the index a slice further; false when it holds everything as it is. */
    advance(): boolean {
      const { ready, stale, indexed } = this.state();
      if (ready && stale === 0) return false;
      relaxed(() => {
        if (stale === 0) slices.add(indexed);
        else slices.renewStale();
      });
      relaxed(() => configure.run("merge", MERGED_PAGES));
      return true;
    },
    /** Empties the index, so that not even words of deleted examples stay; it is then made anew. */
    reset() {
      empty.run();
      unmarkAll.run();
      slices.setThrough(0);
    },
  };
}
