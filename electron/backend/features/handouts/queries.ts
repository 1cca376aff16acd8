import type { ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import type { SliceExample } from "#shared/features/handouts/bundle.ts";
import type { Handout, HandoutPlan } from "#shared/features/handouts/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { wholeFilterSql } from "../examples/filter/queries.ts";
import { installSearchFunctions } from "../search/sql-functions.ts";

/** An example that may be handed out. */
export interface Candidate {
  key: number;
  exampleId: string;
}

interface SliceRow extends Omit<SliceExample, "payload" | "fields" | "exampleId"> {
  id: number;
  exampleId: string;
  payload: string | null;
  fields: string;
  /** The answer in force. */
  value: string | null;
  answeredAtMs: number | null;
}

const LIVE = "h.called_back_at_ms is null";
const NOT_HANDED_OUT = `not exists (select 1 from handout_example x join handout h on h.id = x.handout_id
  where x.example_id = e.id and ${LIVE})`;
const NOT_WITH_THEM = `not exists (select 1 from handout_example x join handout h on h.id = x.handout_id
  where x.example_id = e.id and ${LIVE} and h.annotator_id = @recipient)`;
const CANDIDATES: Record<HandoutPlan["which"], string> = {
  unlabelled: `e.status = 'unlabelled' and e.disputed = 0 and e.awaits_others = 0 and ${NOT_HANDED_OUT}`,
  all: `e.awaits_others = 0 and ${NOT_WITH_THEM}`,
};

/** Choosing what to hand out, and what goes along. */
export function choosingQueries(db: Db) {
  installSearchFunctions(db);
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const rows = db.prepare<[string], SliceRow>(
    `select e.id, t.public_id as exampleId, t.input, t.payload, e.group_key as "group", e.split,
       t.external_id as externalId, t.fields, a.value, e.answered_at_ms as answeredAtMs
     from json_each(?) j join example e on e.id = j.value join example_text t on t.id = e.id
       left join annotation a on a.id = e.annotation_id order by e.id`,
  );
  return {
    listCandidates(
      which: HandoutPlan["which"],
      filter: ExampleFilter,
      recipient: number | null,
    ): Candidate[] {
      const { conditions, params } = wholeFilterSql(filter, taskType.get() as TaskType);
      const where = [...conditions, CANDIDATES[which]].join(" and ");
      return db
        .prepare<[object], Candidate>(
          `select e.id as key, t.public_id as exampleId
           from example e join example_text t on t.id = e.id where ${where}`,
        )
        .all(which === "all" ? { ...params, recipient } : params);
    },
    listRows: (keys: readonly number[]) =>
      rows.all(JSON.stringify(keys)).map(({ id, value, answeredAtMs, ...row }) => ({
        key: id,
        value,
        answeredAtMs,
        example: {
          ...row,
          payload: row.payload === null ? null : (JSON.parse(row.payload) as ExamplePayload),
          fields: JSON.parse(row.fields) as Record<string, string>,
        } satisfies SliceExample,
      })),
  };
}

/** Hand-outs, and the marks that they leave on examples. */
export function handoutQueries(db: Db) {
  const insert = db.prepare(
    `insert into handout (public_id, annotator_id, examples, overlap, created_at_ms, called_back_at_ms)
     values (@handoutId, @recipient, @examples, @overlap, @atMs, @atMs)`,
  );
  const insertExamples = db.prepare(
    `insert into handout_example (handout_id, example_id, overlap)
     select @handout, value, @overlap from json_each(@keys)`,
  );
  // Made called back, then put under way, so that the step that records it can call it back again.
  const putUnderWay = db.prepare("update handout set called_back_at_ms = null where id = ?");
  const callBack = db.prepare(
    "update handout set called_back_at_ms = @atMs where id = @handout and called_back_at_ms is null",
  );
  const expectOthers = db.prepare(
    `update example set awaits_others = 1 where id in (select value from json_each(?))
       and status = 'unlabelled' and disputed = 0
       and not exists (select 1 from opinion o where o.example_id = example.id)`,
  );
  const askOwner = db.prepare(
    `insert or ignore into opinion (example_id, annotator_id)
     select e.id, @me from json_each(@keys) j join example e on e.id = j.value
     where e.status = 'unlabelled' and e.disputed = 0`,
  );
  const stopAwaiting = db.prepare(
    `update example set awaits_others = 0 where awaits_others = 1
       and id in (select example_id from handout_example where handout_id = @handout and overlap = 0)
       and not exists (select 1 from handout_example x join handout h on h.id = x.handout_id
         where x.example_id = example.id and x.overlap = 0 and h.id <> @handout and ${LIVE})`,
  );
  const findKey = db
    .prepare<[string], number>("select id from handout where public_id = ?")
    .pluck();
  const recipientOf = db
    .prepare<[string], number>("select annotator_id from handout where public_id = ?")
    .pluck();
  const setRecipient = db.prepare(
    "update handout set annotator_id = @to where annotator_id = @from",
  );

  return {
    /** Everything that a hand-out changes in this project; call it within a recorded step. */
    insert(handout: {
      handoutId: string;
      recipient: number;
      me: number;
      exclusive: readonly number[];
      overlap: readonly number[];
      atMs: number;
    }) {
      const { handoutId, recipient, me, exclusive, overlap, atMs } = handout;
      const examples = exclusive.length + overlap.length;
      const key = insert.run({ handoutId, recipient, examples, overlap: overlap.length, atMs })
        .lastInsertRowid as number;
      for (const [flag, keys] of [
        [0, exclusive],
        [1, overlap],
      ] as const)
        insertExamples.run({ handout: key, overlap: flag, keys: JSON.stringify(keys) });
      putUnderWay.run(key);
      expectOthers.run(JSON.stringify(exclusive));
      askOwner.run({ me, keys: JSON.stringify(overlap) });
    },
    /** How many examples are to be answered here again. */
    callBack(handout: number, atMs: number): number {
      callBack.run({ handout, atMs });
      return stopAwaiting.run({ handout }).changes;
    },
    findKey: (handoutId: string) => findKey.get(handoutId),
    findRecipient: (handoutId: string) => recipientOf.get(handoutId),
    /** For somebody who turns out to be known already under another row. */
    setRecipient: (from: number, to: number) => void setRecipient.run({ from, to }),
  };
}

/** Hand-outs newest first, with what has come back of them. */
export function handoutListQueries(db: Db) {
  const stated = (what: string) => `(select count(*) from handout_example x
     join opinion o on o.example_id = x.example_id and o.annotator_id = h.annotator_id
     where x.handout_id = h.id and ${what})`;
  const list = db.prepare<[], Omit<Handout, "calledBack"> & { calledBack: number }>(
    `select h.public_id as handoutId, n.public_id as annotatorId, n.name, h.created_at_ms as createdAtMs,
       h.examples, h.overlap, h.called_back_at_ms is not null as calledBack,
       ${stated("o.annotation_id is not null")} as answered, ${stated("o.skipped = 1")} as skipped
     from handout h join annotator n on n.id = h.annotator_id order by h.id desc`,
  );
  return {
    list: (): Handout[] => list.all().map((row) => ({ ...row, calledBack: row.calledBack === 1 })),
  };
}
