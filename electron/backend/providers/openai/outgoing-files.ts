import { answerText, questionMessages } from "#shared/features/versions/chat-messages.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { FrozenDataset, OutgoingFile } from "../provider.ts";

/** Readers that split lines at these two characters would see half an example. */
const escapeLineSeparators = (json: string) =>
  json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** One example as one line of the file, without its line feed; undefined when its answer is not plain text. */
export function trainingLine(
  version: FrozenDataset["version"],
  example: FrozenExample,
): string | undefined {
  const answer = answerText(example.answer);
  if (answer === null) return undefined;
  const messages = [
    ...questionMessages(version, example),
    { role: "assistant" as const, content: answer },
  ].map(({ role, content }) => ({ role, content: content.toWellFormed() }));
  return escapeLineSeparators(JSON.stringify({ messages }));
}

function fileOf(dataset: FrozenDataset, split: Split, name: string): OutgoingFile {
  const lines = dataset
    .rows(split)
    .map((row) => trainingLine(dataset.version, row))
    .filter((line) => line !== undefined);
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
  return { name, rows: lines.length, content };
}

/** The train split and, where there is one, the validation split: UTF-8 without BOM, one example a line. */
export function outgoingFiles(dataset: FrozenDataset): OutgoingFile[] {
  const train = fileOf(dataset, "train", "train.jsonl");
  const validation = fileOf(dataset, "validation", "validation.jsonl");
  return validation.rows === 0 ? [train] : [train, validation];
}
