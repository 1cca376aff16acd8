import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { answerLabels, answerTexts } from "#shared/features/annotations/answer-texts.ts";
import type { ExampleFilter, ExampleLine } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../../db/open.ts";
import { installSearchFunctions } from "../../search/sql-functions.ts";
import { installExampleIds } from "../example-id.ts";
import { filterSql, wholeFilterSql } from "../filter/queries.ts";
import type { SortedKeys } from "./sorted-keys.ts";

/** What a line can show; also the most that is read of a text for it. */
const EXCERPT_BYTES = 600;
const ANSWER_EXCERPT = 300;
/** Hits of the search that are tried for the first page before the whole list is waited for. */
const FIRST_HITS = 1500;

interface LineRow extends Omit<ExampleLine, "excerpt" | "flagged" | "unreviewed" | "labelIds"> {
  start: Uint8Array;
  flagged: number;
  unreviewed: number;
  value: string | null;
  fileName: string | null;
  lineNumber: number | null;
}

const decoder = new TextDecoder();

function toLine(row: LineRow): ExampleLine {
  const { start, value, fileName, lineNumber, flagged, unreviewed, ...rest } = row;
  const answer = value === null ? null : (JSON.parse(value) as AnswerValue);
  return {
    ...rest,
    // Bytes may end within a character; what is left of it is not shown.
    excerpt: decoder.decode(start).replace(/\uFFFD$/, ""),
    flagged: flagged === 1,
    unreviewed: unreviewed === 1,
    labelIds: answer ? answerLabels(answer) : [],
    answerExcerpt: (answer && answerTexts(answer).slice(0, ANSWER_EXCERPT)) || null,
    source: fileName === null ? null : { fileName, lineNumber: lineNumber ?? 0 },
  };
}

const toKeys = (keys: number[]) => Int32Array.from(keys);

/** Lists keys of examples; also on the worker's own connection. */
export function keyQueries(db: Db) {
  installExampleIds(db);
  installSearchFunctions(db);
  const revision = db.prepare<[], number>("select revision from project").pluck();
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const largest = db.prepare<[], number>("select coalesce(max(id), 0) from example").pluck();
  const indexedThrough = db
    .prepare<[], number>("select indexed_through from search_progress")
    .pluck();
  const stale = db
    .prepare<[], number>("select example_id from search_stale order by example_id")
    .pluck();
  const hits = db
    .prepare<[string], number>(
      "select rowid from example_search where example_search match ? order by rowid",
    )
    .pluck();
  const putAway = db
    .prepare<[], number>("select id from example where removed_at_ms is not null order by id")
    .pluck();
  const between = "e.id > @after and e.id <= @upTo";

  const list = (conditions: string[], params: object): number[] =>
    db
      .prepare<[object], number>(
        `select e.id from example e where ${conditions.join(" and ")} order by e.id`,
      )
      .pluck()
      .all(params);
  return {
    revision: () => revision.get() as number,
    largest: () => largest.get() as number,
    indexedThrough: () => indexedThrough.get() as number,
    sql: (filter: ExampleFilter) => filterSql(filter, taskType.get() as TaskType),
    listStale: () => toKeys(stale.all()),
    listPutAway: () => toKeys(putAway.all()),
    listHits: (match: string) => toKeys(hits.all(match)),
    listBetween: (
      sql: { conditions: string[]; params: object },
      window: { after: number; upTo: number },
    ) => list([...sql.conditions, between], { ...sql.params, ...window }),
    /** Examples that the index does not hold as they are now, as far as `upTo`, whose texts match. */
    listUnindexed: (typed: string, upTo: number) =>
      list(
        [
          `(e.id in (select example_id from search_stale)
             or (e.id > (select indexed_through from search_progress) and e.id <= @upTo))`,
          `exists (select 1 from example_text t left join annotation a on a.id = e.annotation_id
             where t.id = e.id and matches_search(@typed, t.input, a.value))`,
        ],
        { typed, upTo },
      ),
    /** The beginning of a list, looking no further than `upTo`, or for a search than its first hits. */
    listFirst(filter: ExampleFilter, upTo: number): { keys: SortedKeys; isAll: boolean } {
      const { conditions, params, match } = filterSql(filter, taskType.get() as TaskType);
      if (match.wanted === null) {
        const whole = wholeFilterSql(filter, taskType.get() as TaskType);
        const within = [...whole.conditions, "e.id <= @upTo"];
        const keys = toKeys(list(within, { ...whole.params, upTo }));
        return { keys, isAll: upTo >= (largest.get() as number) };
      }
      const isComplete = indexedThrough.get() === largest.get() && stale.get() === undefined;
      const keys = db
        .prepare<[object], number>(
          `select iif(${conditions.join(" and ")}, e.id, -e.id) from
             (select rowid as id from example_search where example_search match @wanted
                order by rowid limit ${FIRST_HITS}) s cross join example e on e.id = s.id`,
        )
        .pluck()
        .all({ ...params, wanted: match.wanted });
      const isAll = isComplete && keys.length < FIRST_HITS;
      return { keys: toKeys(isComplete ? keys.filter((key) => key > 0) : []), isAll };
    },
  };
}

export type KeyQueries = ReturnType<typeof keyQueries>;

export function lineQueries(db: Db) {
  // What others answered stays out of sight of a person who is asked and has not answered yet.
  const lines = db.prepare<[{ keys: string; me: number | null }], LineRow>(
    `select t.public_id as exampleId, substr(cast(t.input as blob), 1, ${EXCERPT_BYTES}) as start,
       e.characters, iif(o.id is null, e.status, 'unlabelled') as status, e.flagged, e.unreviewed,
       a.value, n.kind as answeredBy,
       iif(o.id is null, e.answered_at_ms, null) as answeredAtMs, e.split, s.file_name as fileName, t.line_number as lineNumber
     from json_each(@keys) j join example e on e.id = j.value join example_text t on t.id = e.id
       left join opinion o on o.example_id = e.id and o.annotator_id = @me
         and o.annotation_id is null and o.skipped = 0
       left join annotation a on a.id = e.annotation_id and o.id is null left join annotator n on n.id = a.annotator_id
       left join source_import s on s.id = e.import_id
     order by j.key`,
  );
  return {
    list: (keys: ArrayLike<number>, me: number | null): ExampleLine[] =>
      lines.all({ keys: JSON.stringify(Array.from(keys)), me }).map(toLine),
  };
}
