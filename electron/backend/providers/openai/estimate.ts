import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { estimateCost, findTrainingPrice } from "#shared/features/providers/prices.ts";
import type { Estimate, Hyperparameters } from "#shared/features/training/contract.ts";
import { answerText, questionMessages } from "#shared/features/versions/chat-messages.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { FrozenDataset, ServiceConnection } from "../provider.ts";

/** Up to this many characters are counted exactly (a fifth of a second); longer data is sampled evenly. */
const COUNTED_CHARS = 2_000_000;
/** Data may hold strings that look like control tokens; they are text here. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };
/** Chat framing of the o200k models: three tokens a message besides its role, three to prime the reply. */
const TOKENS_PER_MESSAGE = 3;
const TOKENS_PER_REPLY = 3;

const count = (text: string) => encode(text, AS_TEXT).length;

function exampleTexts(version: FrozenDataset["version"], example: FrozenExample) {
  const messages = questionMessages(version, example);
  const { payload, answer } = example;
  const taught = payload?.kind === "rank" ? payload.responses : [answerText(answer) ?? ""];
  return [...messages.map((message) => message.content), ...taught];
}

/** Tokens of all rows by the o200k encoding; other model families differ by 10 to 25 per cent. */
export function countTokens(version: FrozenDataset["version"], rows: FrozenExample[]): number {
  const chars = rows.reduce((sum, row) => sum + exampleTexts(version, row).join("").length, 0);
  const every = Math.max(1, Math.ceil(chars / COUNTED_CHARS));
  let tokens = 0;
  let sampled = 0;
  for (let index = 0; index < rows.length; index += every) {
    const row = rows[index];
    if (!row) continue;
    sampled++;
    tokens += TOKENS_PER_REPLY;
    for (const text of exampleTexts(version, row)) tokens += TOKENS_PER_MESSAGE + 1 + count(text);
  }
  return sampled === 0 ? 0 : Math.round((tokens * rows.length) / sampled);
}

/** Duration is unknown before the service has a place in its queue; cost only where a price is known. */
export function estimate(
  dataset: FrozenDataset,
  baseModel: string,
  hyperparameters: Hyperparameters,
  connection: ServiceConnection | null,
): Estimate {
  const rows = dataset.rows("train");
  const trainTokens = countTokens(dataset.version, rows);
  const price = connection ? findTrainingPrice(connection.baseUrl, baseModel) : undefined;
  return {
    trainRows: rows.length,
    trainTokens,
    tokensAreEstimate: true,
    seconds: null,
    cost: price ? estimateCost(trainTokens, hyperparameters.epochs, price) : null,
  };
}
