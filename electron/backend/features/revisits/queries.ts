import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { ChangedMind, ChangedRule } from "#shared/features/revisits/contract.ts";
import type { RecheckedPair } from "#shared/features/revisits/rechecked-pair.ts";
import type { Db } from "../../db/open.ts";
import { installExampleIds, keyOfId } from "../examples/example-id.ts";

/** Whoever changed an answer since has made up their mind knowingly: there is nothing left to compare. */
const STILL_SAYS_SO = `first_annotation_id in (
  select annotation_id from example x where x.id = revisit.example_id
  union all select annotation_id from opinion o
    where o.example_id = revisit.example_id and o.annotator_id = revisit.annotator_id)`;

/** Somebody who reads which rule changed does not answer as if for the first time. */
const NO_RULE_TOLD = `not exists (select 1 from revisit told where told.example_id = revisit.example_id
  and told.annotator_id = revisit.annotator_id and told.reason = 'rule' and told.done_at_ms is null)`;

/** What a person (`@me`) is due to look at once more by now (`@nowMs`). */
export const DUE_REVISITS = `select example_id, reason, due_at_ms from revisit where annotator_id = @me
  and done_at_ms is null and due_at_ms <= @nowMs
  and due_after_annotation_id < (select coalesce(max(id), 0) from annotation)
  and (reason = 'rule' or (${STILL_SAYS_SO} and ${NO_RULE_TOLD}))`;

interface Due {
  me: number | null;
  nowMs: number;
}

/** Serving what is due, and finishing it. */
export function revisitQueries(db: Db) {
  const due = `(${DUE_REVISITS}) d join example e on e.id = d.example_id where e.removed_at_ms is null`;
  const count = db
    .prepare<[Due], number>(`select count(distinct d.example_id) from ${due}`)
    .pluck();
  const rechecked = db
    .prepare<[Due], number>(
      `select d.example_id from ${due} and d.reason = 'consistency' order by d.due_at_ms`,
    )
    .pluck();
  // What somebody answers with their former answer before them says nothing about how they judge.
  const finish = db.prepare(
    `update revisit set done_at_ms = @atMs, second_annotation_id =
       (select max(id) from annotation where example_id = @exampleKey and annotator_id = @person)
     where example_id = @exampleKey and annotator_id = @person and done_at_ms is null
       and due_at_ms <= @atMs and (reason = 'rule' or @isBlind)`,
  );
  return {
    /** How many examples a person is due to look at once more. */
    countDue: (me: number | null, nowMs: number) => count.get({ me, nowMs }) ?? 0,
    /** Those of them that are asked as if for the first time, the longest due first. */
    listRechecked: (me: number | null, nowMs: number): number[] => rechecked.all({ me, nowMs }),
    /** What was due is done by answering, whatever the answer; returns how much it was. */
    finish: (done: {
      exampleKey: number;
      person: number;
      atMs: number;
      isBlind: boolean;
    }): number => finish.run({ ...done, isBlind: Number(done.isBlind) }).changes,
  };
}

/** Asking for answers once more. */
export function scheduleQueries(db: Db) {
  const plan = db.prepare(
    `insert into revisit (example_id, annotator_id, reason, first_annotation_id,
       due_after_annotation_id, due_at_ms, done_at_ms)
     select @exampleKey, @person, 'consistency', a.id,
       (select max(id) from annotation) + @answers, @dueAtMs, @atMs
     from annotation a where a.id = (select max(id) from annotation where example_id = @exampleKey
         and annotator_id = @person)
       and a.value is not null
       and not exists (select 1 from revisit r where r.example_id = @exampleKey
         and r.annotator_id = @person and r.reason = 'consistency'
         and r.second_annotation_id is not null)`,
  );
  const planForRule = db.prepare(
    `insert into revisit (example_id, annotator_id, reason, rule_id, first_annotation_id, due_at_ms,
       done_at_ms)
     select e.id, @person, 'rule', @ruleKey, e.annotation_id, @atMs, @atMs
     from json_each(@keys) j join example e on e.id = j.value
     where e.annotation_id is not null and e.removed_at_ms is null
       and not exists (select 1 from revisit r where r.example_id = e.id and r.rule_id = @ruleKey
         and r.annotator_id = @person and r.done_at_ms is null)`,
  );
  const newest = db.prepare<[], number>("select coalesce(max(id), 0) from revisit").pluck();
  // A second statement, so that the step that records it can take it back.
  const open = db.prepare("update revisit set done_at_ms = null where id > ?");

  function makeThenOpen(insert: () => { changes: number }): number {
    const before = newest.get() as number;
    const { changes } = insert();
    if (changes > 0) open.run(before);
    return changes;
  }
  return {
    /** Asks for a person's newest answer to an example once more, if it never was. */
    plan: (recheck: {
      exampleKey: number;
      person: number;
      answers: number;
      dueAtMs: number;
      atMs: number;
    }) => makeThenOpen(() => plan.run(recheck)),
    /** Asks for answered examples once more because of a rule; returns how many it were. */
    planForRule: (revisit: {
      keys: readonly number[];
      person: number;
      ruleKey: number;
      atMs: number;
    }) => makeThenOpen(() => planForRule.run({ ...revisit, keys: JSON.stringify(revisit.keys) })),
  };
}

const EXCERPT = 120;

interface PairRow {
  excerpt: string;
  exampleId: string;
  annotatorKey: number;
  first: string;
  second: string;
  firstAtMs: number;
  secondAtMs: number;
  annotationId: string;
  newer: number;
}

/** A pair counts when nothing was answered in between and both times there was an answer. */
const PAIRS = `select t.public_id as exampleId, substr(t.input, 1, ${EXCERPT}) as excerpt, r.annotator_id as annotatorKey, a.value as "first",
    b.value as second, a.created_at_ms as firstAtMs, b.created_at_ms as secondAtMs,
    b.public_id as annotationId, (select max(id) from annotation) - b.id as newer
  from revisit r join annotation a on a.id = r.first_annotation_id
    join annotation b on b.id = r.second_annotation_id join example_text t on t.id = r.example_id
    join example e on e.id = r.example_id
  where r.reason = 'consistency' and r.done_at_ms is not null and b.id <> a.id
    and b.supersedes_id = a.id and a.value is not null and b.value is not null
    and e.removed_at_ms is null`;

/** What came of asking once more. */
export function outcomeQueries(db: Db) {
  installExampleIds(db);
  const pairs = db.prepare<[], PairRow>(`${PAIRS} order by r.id`);
  const latest = db.prepare<[{ me: number | null; sinceMs: number }], PairRow>(
    `${PAIRS} and r.annotator_id = @me and b.created_at_ms >= @sinceMs
       and (e.annotation_id = b.id or exists (select 1 from opinion o where o.annotation_id = b.id))
     order by b.id desc limit 1`,
  );
  const rulesOf = db.prepare<
    [{ exampleId: string; me: number | null }],
    Omit<ChangedRule, "retired"> & { retired: number }
  >(
    `select distinct u.public_id as ruleId, u.body, u.changed_at_ms as changedAtMs,
       u.removed_at_ms is not null as retired
     from revisit r join rule u on u.id = r.rule_id
     where r.example_id = (${keyOfId("@exampleId")}) and r.annotator_id = @me
       and r.reason = 'rule' and r.done_at_ms is null
     order by u.changed_at_ms desc`,
  );
  const parse = (value: string) => JSON.parse(value) as AnswerValue;
  return {
    listPairs: (): RecheckedPair[] =>
      pairs.all().map(({ annotationId: _id, newer: _newer, excerpt: _text, ...row }) => ({
        ...row,
        first: parse(row.first),
        second: parse(row.second),
      })),
    /** The latest pair of a person, with how many answers were given after it. */
    findLatest(me: number | null, sinceMs: number): (ChangedMind & { newer: number }) | undefined {
      const row = latest.get({ me, sinceMs });
      if (!row) return undefined;
      const { exampleId, firstAtMs, annotationId, newer } = row;
      const excerpt = row.excerpt.trim();
      const [first, second] = [parse(row.first), parse(row.second)];
      return { exampleId, excerpt, firstAtMs, annotationId, newer, first, second };
    },
    listRulesOf: (exampleId: string, me: number | null): ChangedRule[] =>
      rulesOf.all({ exampleId, me }).map((row) => ({ ...row, retired: row.retired === 1 })),
  };
}
