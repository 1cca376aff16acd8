import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { AnsweredBy } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { installExampleIds, keyOfId, keysOfIds } from "../examples/example-id.ts";

/** Characters of a text that are read; the features of longer ones are those of their beginning. */
const READ_AT_MOST = 50_000;

/** What applying needs to know of an example. */
export interface Target {
  key: number;
  exampleId: string;
  input: string;
  answer: AnswerValue | null;
  answeredBy: AnsweredBy | null;
  skipped: boolean;
  /** Several people were asked, or somebody else is about to answer. */
  isOthers: boolean;
}

interface TargetRow {
  key: number;
  exampleId: string;
  input: string;
  value: string | null;
  kind: AnsweredBy | null;
  others: number;
  skipped: number;
}

const toTarget = ({ value, kind, others, skipped, ...row }: TargetRow): Target => ({
  ...row,
  answer: value === null ? null : (JSON.parse(value) as AnswerValue),
  answeredBy: kind,
  isOthers: others === 1,
  skipped: skipped === 1,
});

const targets = (input: string) => `select e.id as key, t.public_id as exampleId, ${input} as input,
    a.value, n.kind, e.status = 'skipped' as skipped,
    e.awaits_others = 1 or exists (select 1 from opinion o where o.example_id = e.id) as others
  from example e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
    left join annotator n on n.id = a.annotator_id
  where e.removed_at_ms is null and e.id in `;

/** Reads what is compared; also on the worker's own connection. */
export function similarQueries(db: Db) {
  installExampleIds(db);
  const beginning = `substr(t.input, 1, ${READ_AT_MOST})`;
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const findSource = db.prepare<
    [{ exampleId: string }],
    { key: number; input: string; value: string | null; before: string | null }
  >(
    `select e.id as key, t.input, a.value, p.value as before
     from example e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
       left join annotation p on p.id = a.supersedes_id
     where e.id = (${keyOfId("@exampleId")}) and e.removed_at_ms is null`,
  );
  const size = db.prepare<[], { largest: number; characters: number }>(
    "select coalesce(max(id), 0) as largest, coalesce(sum(characters), 0) as characters from example",
  );
  const allKeys = db.prepare<[], number>("select id from example order by id").pluck();
  const unindexed = db
    .prepare<[number], number>(
      `select id from example where id > (select indexed_through from search_progress)
       order by id limit ?`,
    )
    .pluck();
  const hits = db
    .prepare<[string, number], number>(
      "select rowid from example_search where example_search match ? limit ?",
    )
    .pluck();
  const countHits = db
    .prepare<[string, number], number>(
      `select count(*) from
         (select rowid from example_search where example_search match ? limit ?)`,
    )
    .pluck();
  const textFrom = db
    .prepare<[number], string>(
      `select ${beginning} from example_text t where t.id >= ? order by t.id limit 1`,
    )
    .pluck();
  const list = db.prepare<[string], TargetRow>(
    `${targets(beginning)} (select value from json_each(?))`,
  );
  const listWhole = db.prepare<[{ exampleIds: string }], TargetRow>(
    `${targets("t.input")} (${keysOfIds("json_each(@exampleIds)")}) order by e.id`,
  );

  return {
    taskType: () => taskType.get() as TaskType,
    findSource(exampleId: string) {
      const row = findSource.get({ exampleId });
      const parse = (value: string | null) =>
        value === null ? null : (JSON.parse(value) as AnswerValue);
      return row && { ...row, answer: parse(row.value), before: parse(row.before) };
    },
    size: () => size.get() as { largest: number; characters: number },
    listAllKeys: () => allKeys.all(),
    listUnindexed: (limit: number) => unindexed.all(limit),
    listHits: (match: string, limit: number) => hits.all(match, limit),
    countHits: (match: string, atMost: number) => countHits.get(match, atMost) as number,
    /** The text of the first example from this key on. */
    findTextFrom: (key: number) => textFrom.get(key),
    listTargets: (keys: readonly number[]) => list.all(JSON.stringify(keys)).map(toTarget),
    listWholeTargets: (exampleIds: readonly string[]) =>
      listWhole.all({ exampleIds: JSON.stringify(exampleIds) }).map(toTarget),
  };
}
export type SimilarQueries = ReturnType<typeof similarQueries>;

/** Answers many examples in a few statements. */
export function applyQueries(db: Db) {
  const newest = db.prepare<[], number>("select coalesce(max(id), 0) from annotation").pluck();
  const annotate = db.prepare(
    `insert into annotation (public_id, example_id, annotator_id, supersedes_id, value, created_at_ms)
     select new_id(), e.id, @person, e.annotation_id, j.value ->> 'value', @atMs
     from json_each(@answers) j join example e on e.id = j.value ->> 'key' order by j.key`,
  );
  const putInForce = db.prepare(
    `update example set status = 'labelled', annotation_id = a.id, unreviewed = 0, disputed = 0,
       awaits_others = 0, annotator_id = a.annotator_id, answered_at_ms = a.created_at_ms,
       label_id = (select id from label where public_id = a.value ->> 'labelId' and removed_at_ms is null)
     from annotation a where a.id > @newest and a.example_id = example.id`,
  );
  return {
    answer(given: {
      answers: readonly { key: number; value: AnswerValue }[];
      person: number;
      atMs: number;
    }) {
      const newestBefore = newest.get() as number;
      const answers = given.answers.map(({ key, value }) => ({
        key,
        value: JSON.stringify(value),
      }));
      annotate.run({ person: given.person, atMs: given.atMs, answers: JSON.stringify(answers) });
      putInForce.run({ newest: newestBefore });
    },
  };
}
