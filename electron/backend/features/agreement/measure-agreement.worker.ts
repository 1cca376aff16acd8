import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { AgreementReport, SelfAgreement } from "#shared/features/agreement/contract.ts";
import type { GivenAnswer } from "#shared/features/agreement/ratings.ts";
import { composeAgreement, composeConsistency } from "#shared/features/agreement/report.ts";
import { openForReading } from "../../db/open.ts";
import { serveWorker } from "../../jobs/worker-side.ts";
import { measuringQueries } from "./queries.ts";

export interface Measured {
  report: AgreementReport;
  consistency: SelfAgreement[];
}

const toValue = (json: string) => JSON.parse(json) as AnswerValue;

await serveWorker<{ path: string }, never, Measured>(({ path }, side) => {
  const { taskType, answers, repeated } = read(path);
  const resampling = { isStopped: () => side.isStopped() };
  return {
    report: composeAgreement(taskType, answers, resampling),
    consistency: composeConsistency(taskType, repeated, resampling),
  };
});

/** All of it at one moment; the connection is gone before the work begins. */
function read(path: string) {
  const db = openForReading(path);
  try {
    const queries = measuringQueries(db);
    return db.transaction(() => ({
      taskType: queries.taskType(),
      answers: Array.from(
        queries.stated(),
        ({ example, annotatorId, value, length }): GivenAnswer => ({
          item: String(example),
          annotator: annotatorId,
          value: toValue(value),
          length,
        }),
      ),
      repeated: Array.from(queries.repeated(), ({ annotatorId, first, second, length }) => ({
        person: annotatorId,
        first: toValue(first),
        second: toValue(second),
        length,
      })),
    }))();
  } finally {
    db.close();
  }
}
