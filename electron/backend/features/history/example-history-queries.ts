import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { AnsweredBy } from "#shared/features/examples/contract.ts";
import type { ActionName } from "#shared/features/history/contract.ts";
import type {
  ExampleState,
  GivenAnswer,
  RecordedChange,
} from "#shared/features/history/example-events.ts";
import type { Db } from "../../db/open.ts";
import { installExampleIds, keyOfId } from "../examples/example-id.ts";

/** Reads what was recorded of one example. */
export function exampleHistoryQueries(db: Db) {
  installExampleIds(db);
  const findKey = db.prepare<[{ exampleId: string }], number>(keyOfId("@exampleId")).pluck();
  const imported = db.prepare<[number], { fileName: string; atMs: number }>(
    `select s.file_name as fileName, s.started_at_ms as atMs
     from example e join source_import s on s.id = e.import_id where e.id = ?`,
  );
  const inForce = db
    .prepare<[number], number | null>("select annotation_id from example where id = ?")
    .pluck();
  const answers = db.prepare<
    [number],
    { key: number; value: string | null; by: AnsweredBy; atMs: number }
  >(
    `select a.id as key, a.value, n.kind as by, a.created_at_ms as atMs
     from annotation a join annotator n on n.id = a.annotator_id where a.example_id = ? order by a.id`,
  );
  const changes = db.prepare<
    [number],
    {
      action: ActionName;
      atMs: number;
      undone: number;
      before: string | null;
      after: string | null;
    }
  >(
    `select iif(s.action = 'importChanges', 'import', s.action) as action, s.created_at_ms as atMs, s.state = 'undone' as undone, c.before, c.after
     from undo_change c join undo_step s on s.id = c.step_id
     where c.table_name = 'example' and c.row_id = ? and c.before is not null and c.after is not null
     order by c.id`,
  );

  return {
    findKey: (exampleId: string) => findKey.get({ exampleId }),
    imported: (key: number) => imported.get(key) ?? null,
    inForce: (key: number) => inForce.get(key) ?? null,
    listAnswers: (key: number): GivenAnswer[] =>
      answers.all(key).map(({ value, ...rest }) => ({
        ...rest,
        value: value === null ? null : (JSON.parse(value) as AnswerValue),
      })),
    listChanges: (key: number): RecordedChange[] =>
      changes.all(key).map(({ undone, before, after, ...rest }) => ({
        ...rest,
        undone: undone === 1,
        before: JSON.parse(before ?? "") as ExampleState,
        after: JSON.parse(after ?? "") as ExampleState,
      })),
  };
}
