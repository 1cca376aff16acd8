import { answerLabels } from "#shared/features/annotations/answer-texts.ts";
import { AppError } from "#shared/errors/app-error.ts";
import { openForReading } from "../../db/open.ts";
import { serveWorker, type WorkerSide } from "../../jobs/worker-side.ts";
import type { Learned, LearnNews, LearnTask } from "./learn-task.ts";
import { farthestFirst } from "./learning/farthest-first.ts";
import { learnerOf, proposeSafely } from "./learning/learn.ts";
import type { LearnRow, PoolRow } from "./learning/proposal.ts";
import { learningQueries } from "./learning-queries.ts";

/** Rows that are written at once: a few milliseconds between two key presses. */
const BATCH = 200;
const MOST_UNLIKE = 500;
/** Of the texts that were answered already, so many are kept away from. */
const MOST_KNOWN = 300;

/** Everything is read first, so that the file is free while the learning takes its time. */
function read({ path, proposes, ...where }: LearnTask) {
  const db = openForReading(path);
  try {
    return db.transaction(() => {
      const queries = learningQueries(db);
      return {
        taskType: queries.taskType(),
        labelIds: queries.labelIds(),
        answers: queries.listAnswers(),
        pool: queries.listPool(where),
        proposes,
      };
    })();
  } finally {
    db.close();
  }
}

/** Orders what nobody has answered, the most unlike first. */
async function orderByUnlikeness(
  pool: readonly PoolRow[],
  known: readonly string[],
  side: WorkerSide<LearnNews>,
) {
  const texts = pool.map(({ input }) => input);
  const order = farthestFirst(texts, known.slice(0, MOST_KNOWN), MOST_UNLIKE, () =>
    side.isStopped(),
  );
  if (side.isStopped()) throw new AppError("cancelled");
  await side.send({ kind: "unlike", keys: order.map((at) => pool[at]!.key) });
}

function sharesOf(answers: readonly LearnRow[]): Learned["labelShares"] {
  const counts = new Map<string, number>();
  for (const { value } of answers)
    for (const labelId of answerLabels(value)) counts.set(labelId, (counts.get(labelId) ?? 0) + 1);
  return [...counts].map(([labelId, count]) => [labelId, count / answers.length]);
}

async function learn(task: LearnTask, side: WorkerSide<LearnNews>): Promise<Learned> {
  const { pool, answers, ...kind } = read(task);
  const watch = { isStopped: () => side.isStopped() };
  const propose = task.proposes ? await learnerOf(kind.taskType)(answers, watch) : null;
  for (let start = 0; propose && start < pool.length; start += BATCH) {
    if (side.isStopped()) throw new AppError("cancelled");
    const rows = pool.slice(start, start + BATCH).map((row) => {
      const { value, ...rest } = proposeSafely(propose, row, kind);
      return { ...rest, exampleKey: row.key, value: value && JSON.stringify(value) };
    });
    await side.send({ kind: "proposed", rows });
  }
  const known = answers.map(({ input }) => input);
  await orderByUnlikeness(pool, known, side);
  return { answers: propose ? answers.length : 0, labelShares: sharesOf(answers) };
}

await serveWorker(learn);
