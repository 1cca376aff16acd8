import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { permuteKeys } from "#shared/features/suggestions/permutation.ts";
import type { Db } from "../../db/open.ts";
import type { LearnRow, PoolRow } from "./learning/proposal.ts";

interface TextRow {
  id: number;
  input: string;
  payload: string | null;
}

/** Answers that are learned from at most, the newest first, and how much text they may have together. */
const MOST_ANSWERS = 20_000;
const MOST_CHARACTERS = 20_000_000;
/** Examples that are proposed for: the next ones, and some from anywhere. */
const NEXT = 200;
const MOST_SAMPLED = 5000;
/** Keys that are tried at most to find the sample; where few are open, it stays smaller. */
const MOST_TRIES = 200_000;

const OPEN = `e.status = 'unlabelled' and e.removed_at_ms is null and e.disputed = 0 and e.awaits_others = 0`;

/** What a learning thread reads, all in one moment. */
export function learningQueries(db: Db) {
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const labelIds = db
    .prepare<[], string>("select public_id from label where removed_at_ms is null")
    .pluck();
  // Newest first along the annotations' own keys: no sort, however many there are.
  const answers = db.prepare<[], TextRow & { value: string }>(
    `select e.id, t.input, t.payload, a.value from annotation a
       join example e on e.id = a.example_id and e.annotation_id = a.id
       join example_text t on t.id = e.id
     where e.removed_at_ms is null and a.value is not null order by a.id desc limit ${MOST_ANSWERS}`,
  );
  const text = db.prepare<[number], TextRow>(
    "select id, input, payload from example_text where id = ?",
  );
  const next = db
    .prepare<[number], number>(
      `select e.id from example e where ${OPEN} and e.id > ? order by e.id limit ${NEXT}`,
    )
    .pluck();
  const isOpen = db
    .prepare<[number], number>(`select 1 from example e where e.id = ? and ${OPEN}`)
    .pluck();
  const highest = db.prepare<[], number>("select coalesce(max(id), 0) from example").pluck();

  function listAnswers(): LearnRow[] {
    const rows: LearnRow[] = [];
    let characters = 0;
    for (const { input, payload, value } of answers.iterate()) {
      characters += input.length + (payload?.length ?? 0) + value.length;
      if (characters > MOST_CHARACTERS && rows.length > 0) break;
      rows.push({
        input,
        payload: payload === null ? null : (JSON.parse(payload) as ExamplePayload),
        value: JSON.parse(value) as AnswerValue,
      });
    }
    return rows;
  }

  /** First what is asked for, then the next ones, then some from anywhere; each once, only open ones. */
  function listPoolKeys(given: { wanted: readonly number[]; afterKey: number; seed: number }) {
    const keys = new Set(given.wanted.filter((key) => isOpen.get(key) === 1));
    for (const key of next.all(given.afterKey)) keys.add(key);
    let left = MOST_SAMPLED;
    let tries = 0;
    for (const key of permuteKeys(highest.get() ?? 0, given.seed)) {
      if (left === 0 || tries++ >= MOST_TRIES) break;
      if (keys.has(key) || isOpen.get(key) !== 1) continue;
      keys.add(key);
      left -= 1;
    }
    return [...keys];
  }

  function listPool(given: Parameters<typeof listPoolKeys>[0]): PoolRow[] {
    const rows: PoolRow[] = [];
    let characters = 0;
    for (const key of listPoolKeys(given)) {
      const row = text.get(key);
      if (!row) continue;
      characters += row.input.length + (row.payload?.length ?? 0);
      if (characters > MOST_CHARACTERS && rows.length > 0) break;
      rows.push({
        key,
        input: row.input,
        payload: row.payload === null ? null : (JSON.parse(row.payload) as ExamplePayload),
      });
    }
    return rows;
  }

  return {
    taskType: () => taskType.get() as TaskType,
    labelIds: () => new Set(labelIds.all()),
    listAnswers,
    listPool,
  };
}
