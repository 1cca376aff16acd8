import type { Split } from "../versions/split.ts";

const SPLIT_NAMES: ReadonlyMap<string, Split> = new Map([
  ["train", "train"],
  ["training", "train"],
  ["validation", "validation"],
  ["valid", "validation"],
  ["val", "validation"],
  ["dev", "validation"],
  ["test", "test"],
  ["testing", "test"],
  ["eval", "test"],
  ["evaluation", "test"],
]);

/** The split that a cell names, whatever its case; undefined when it names none. */
export const findSplit = (cell: string): Split | undefined =>
  SPLIT_NAMES.get(cell.trim().toLowerCase());

/**
 * The split that a file's name or folder says, as dataset folders are laid out: a word of its own, as in
 * "data/train-00000-of-00001.parquet" or "test/part.jsonl". The last such word counts.
 */
export function findSplitInPath(path: string): Split | undefined {
  for (const part of path.split("/").toReversed()) {
    const words = part.split(/[^\p{L}]+/u).flatMap((word) => findSplit(word) ?? []);
    if (words.length > 0) return words.at(-1);
  }
  return undefined;
}
