import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";

export interface OpinionRow {
  id: number;
  annotatorKey: number;
  annotationKey: number | null;
  annotationId: string | null;
  value: string | null;
  skipped: 0 | 1;
  sequence: number;
}

/** Who there is in a project, and who of them sits at this computer. */
export function annotatorQueries(db: Db) {
  const find = db.prepare<[string], number>("select id from annotator where public_id = ?").pluck();
  const oldest = db
    .prepare<[], number>("select id from annotator where kind = 'person' order by id limit 1")
    .pluck();
  // Before people had names, every project had one person called "me".
  const nameless = db
    .prepare<[], number>(
      `select id from annotator where kind = 'person' and name = 'me' and public_key is null
         and (select count(*) from annotator where kind = 'person') = 1`,
    )
    .pluck();
  const insert = db.prepare(
    "insert into annotator (public_id, name, kind, public_key) values (@annotatorId, @name, 'person', @publicKey)",
  );
  const identify = db.prepare(
    `update annotator set public_id = @annotatorId, name = @name, public_key = @publicKey
     where id = @key`,
  );
  const rename = db.prepare("update annotator set name = @name where id = @key and name <> @name");

  return {
    findKey: (annotatorId: string) => find.get(annotatorId),
    findOldestPerson: () => oldest.get(),
    findNameless: () => nameless.get(),
    insertPerson: (person: {
      annotatorId: string;
      name: string;
      publicKey: string | null;
    }): number => Number(insert.run(person).lastInsertRowid),
    insertNameless: (): number =>
      Number(insert.run({ annotatorId: newId(), name: "me", publicKey: null }).lastInsertRowid),
    identify: (person: {
      key: number;
      annotatorId: string;
      name: string;
      publicKey: string | null;
    }) => void identify.run(person),
    rename: (key: number, name: string) => void rename.run({ key, name }),
  };
}

/** What several people answer to the same example, and which of it is in force. */
export function opinionQueries(db: Db) {
  const list = db.prepare<[number], OpinionRow>(
    `select o.id, o.annotator_id as annotatorKey, o.annotation_id as annotationKey, o.skipped, o.sequence,
       a.public_id as annotationId, a.value
     from opinion o left join annotation a on a.id = o.annotation_id where o.example_id = ? order by o.id`,
  );
  const state = db.prepare(
    `update opinion set annotation_id = @annotationKey, skipped = @skipped, sequence = @sequence
     where id = @id`,
  );
  const open = db
    .prepare<[number, number], number>(
      `select 1 from opinion where example_id = ? and annotator_id = ? and annotation_id is null
         and skipped = 0`,
    )
    .pluck();
  const putInForce = db.prepare(
    `update example set status = @status, disputed = @disputed, unreviewed = 0, awaits_others = 0,
       annotation_id = a.id, annotator_id = a.annotator_id, answered_at_ms = a.created_at_ms,
       label_id = (select id from label where public_id = a.value ->> 'labelId' and removed_at_ms is null)
     from (select 1) left join annotation a on a.public_id = @annotationId
     where example.id = @exampleKey`,
  );
  const ask = db.prepare(
    "insert or ignore into opinion (example_id, annotator_id) values (@exampleKey, @annotatorKey)",
  );
  return {
    listOpinions: (exampleKey: number): OpinionRow[] => list.all(exampleKey),
    /** Asks a person; a row that says nothing is no change that undo would have to know of. */
    insertOpinion: (exampleKey: number, annotatorKey: number) =>
      void ask.run({ exampleKey, annotatorKey }),
    stateOpinion: (opinion: {
      id: number;
      annotationKey: number | null;
      skipped: 0 | 1;
      sequence: number;
    }) => void state.run(opinion),
    /** Whether this person was asked and has not answered: others' answers stay out of sight until then. */
    isAsked: (exampleKey: number, annotatorKey: number): boolean =>
      open.get(exampleKey, annotatorKey) === 1,
    putInForce: (row: {
      exampleKey: number;
      annotationId: string | null;
      status: "labelled" | "unlabelled" | "skipped";
      disputed: 0 | 1;
    }) => void putInForce.run(row),
  };
}

/** What was decided after looking at different answers. */
export function decisionQueries(db: Db) {
  const listDecisions = db.prepare<
    [number],
    { annotationId: string; considered: string; decidedAtMs: number; value: string }
  >(
    `select n.public_id as annotationId, n.value, d.considered, d.decided_at_ms as decidedAtMs
     from adjudication d join annotation n on n.id = d.annotation_id
     where d.example_id = ? and d.withdrawn_at_ms is null`,
  );
  const insertDecision = db.prepare(
    `insert into adjudication (public_id, example_id, annotator_id, annotation_id, considered, comment,
       decided_at_ms, withdrawn_at_ms)
     values (@decisionId, @exampleKey, @annotatorKey, @annotationKey, @considered, @comment, @atMs, @atMs)`,
  );
  const decide = db.prepare("update adjudication set withdrawn_at_ms = null where public_id = ?");

  return {
    list: (exampleKey: number) =>
      listDecisions.all(exampleKey).map((row) => ({
        ...row,
        considered: JSON.parse(row.considered) as string[],
        value: JSON.parse(row.value) as AnswerValue,
      })),
    /** Made withdrawn, then put in force, so that the step that records it can withdraw it again. */
    insert(decision: {
      exampleKey: number;
      annotatorKey: number;
      annotationKey: number;
      considered: readonly string[];
      comment: string;
      atMs: number;
    }) {
      const decisionId = newId();
      insertDecision.run({
        ...decision,
        decisionId,
        considered: JSON.stringify(decision.considered.toSorted()),
      });
      decide.run(decisionId);
      return decisionId;
    },
  };
}
