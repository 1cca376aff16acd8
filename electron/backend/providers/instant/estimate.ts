import { answerText } from "#shared/features/versions/chat-messages.ts";
import { LABELLED_TASK_TYPES } from "#shared/features/projects/task-type.ts";
import type { Estimate } from "#shared/features/training/contract.ts";
import type { FrozenDataset } from "../provider.ts";

const CHARACTERS_PER_TOKEN = 4;
/** Start of the thread. */
const FIXED_SECONDS = 0.2;
/** Measured with BANKING77 on one core of a 2-core server: reading and hashing a character … */
const SECONDS_PER_CHARACTER = 4e-7;
/** … and learning one label from it, over all passes. */
const SECONDS_PER_CHARACTER_AND_LABEL = 2.5e-8;

/** A guess from the amount of text; it costs nothing, so the price is a true zero, as of today. */
export function estimateInstant(dataset: FrozenDataset): Estimate {
  const rows = dataset.rows("train");
  let inputCharacters = 0;
  let answerCharacters = 0;
  for (const row of rows) {
    inputCharacters += row.input.length;
    answerCharacters += answerText(row.answer)?.length ?? 0;
  }
  const hasLabels = LABELLED_TASK_TYPES.includes(dataset.version.taskType);
  const labels = hasLabels ? dataset.version.labels.length : 0;
  const perCharacter = SECONDS_PER_CHARACTER + labels * SECONDS_PER_CHARACTER_AND_LABEL;
  const seconds = FIXED_SECONDS + inputCharacters * perCharacter;
  return {
    trainRows: rows.length,
    trainTokens: Math.ceil((inputCharacters + answerCharacters) / CHARACTERS_PER_TOKEN),
    tokensAreEstimate: true,
    seconds: { low: seconds * 0.7, high: seconds * 4 },
    cost: { low: 0, high: 0, currency: "USD", asOf: new Date().toISOString().slice(0, 10) },
  };
}
