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
]);

/** The split that a cell names, whatever its case; undefined when it names none. */
export const findSplit = (cell: string): Split | undefined =>
  SPLIT_NAMES.get(cell.trim().toLowerCase());
