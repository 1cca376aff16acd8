import type { DatasetVersion } from "../versions/contract.ts";
import type { Split } from "../versions/split.ts";
import type { HandoffFormat } from "./formats.ts";
import type { LeftOut } from "./left-out.ts";

export interface ManifestFile {
  file: string;
  /** Null for files that are not data. */
  split: Split | null;
  rows: number | null;
  bytes: number;
  sha256: string;
}

const UNCHANGED =
  "Half surrogate pairs became U+FFFD and NUL characters were left out; nothing else was changed.";
const ESCAPING: Partial<Record<HandoffFormat, string>> = {
  "csv-excel": `${UNCHANGED} One apostrophe was put in front of every cell that a spreadsheet could run: cells that, after blanks and quotes, begin with = + - @ (also full-width), a tab or a line break, and are not plain numbers. To get the text back, remove the first apostrophe where what follows it is such a cell.`,
};

/** How places in a text are counted, for whoever loads spans. */
export const OFFSETS = "Unicode code points, from 0, end exclusive";

/** manifest.json: what a receiving team checks the files against. Same facts, same bytes. */
export function manifest(facts: {
  name: string;
  version: DatasetVersion;
  format: HandoffFormat;
  files: readonly ManifestFile[];
  /** Cells that were given an apostrophe. */
  escapedCells: number;
  /** Examples of the version that this format cannot carry. */
  leftOut: readonly LeftOut[];
  appVersion: string;
}): string {
  const { version } = facts;
  const content = {
    tool: `Tacit ${facts.appVersion}`,
    dataset: facts.name,
    version: version.number,
    contentHash: version.contentHash,
    frozenAt: new Date(version.createdAtMs).toISOString(),
    taskType: version.taskType,
    format: facts.format,
    splits: {
      train: version.counts.train,
      validation: version.counts.validation,
      test: version.counts.test,
    },
    seed: version.plan.seed,
    ratios: version.plan.ratios,
    keepGivenSplits: version.plan.keepGivenSplits,
    escaping: ESCAPING[facts.format] ?? UNCHANGED,
    escapedCells: facts.escapedCells,
    ...(version.taskType === "extract" ? { offsets: OFFSETS } : {}),
    leftOut: facts.leftOut,
    files: facts.files,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
