import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Papa from "papaparse";

const FOLDER = resolve(import.meta.dirname, "../../../../../resources/samples/bank-questions");

/** The sample's rows as pairs of question and label, in file order: 10,003 to train on, 3,080 to test on. */
export function readBanking77(split: "train" | "test"): [string, string][] {
  const csv = readFileSync(resolve(FOLDER, `banking77_${split}.csv`), "utf8");
  const { data } = Papa.parse<{ text: string; category: string }>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => [row.text, row.category]);
}
