import { trainingMessages } from "#shared/features/versions/chat-messages.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import {
  openaiPreferenceRow,
  preferencePairs,
} from "#shared/features/versions/preference-pairs.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { FrozenDataset, OutgoingFile } from "../provider.ts";

/** Readers that split lines at these two characters would see half an example. */
const escapeLineSeparators = (json: string) =>
  json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** Half a surrogate pair would be refused, or read as something else. */
const soundPart = (_key: string, part: unknown): unknown =>
  typeof part === "string" ? part.toWellFormed() : part;

/** What an example teaches, as lines of the file without their line feeds; none where a file cannot carry it. */
export function trainingLines(version: FrozenDataset["version"], example: FrozenExample): string[] {
  return rowsOf(version, example).map((row) =>
    escapeLineSeparators(JSON.stringify(row, soundPart)),
  );
}

function rowsOf(version: FrozenDataset["version"], example: FrozenExample): object[] {
  if (version.taskType === "rank") {
    const pairs = preferencePairs(version, example);
    return typeof pairs === "string" ? [] : pairs.map(openaiPreferenceRow);
  }
  const messages = trainingMessages(version, example);
  return typeof messages === "string" ? [] : [{ messages }];
}

function fileOf(dataset: FrozenDataset, split: Split, name: string): OutgoingFile {
  const lines = dataset.rows(split).flatMap((row) => trainingLines(dataset.version, row));
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
  return { name, rows: lines.length, content };
}

/** The train split and, where there is one, the validation split: UTF-8 without BOM, one example a line. */
export function outgoingFiles(dataset: FrozenDataset): OutgoingFile[] {
  const train = fileOf(dataset, "train", "train.jsonl");
  const validation = fileOf(dataset, "validation", "validation.jsonl");
  return validation.rows === 0 ? [train] : [train, validation];
}
