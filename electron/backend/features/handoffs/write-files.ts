import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { type AnswerCounts, countAnswer } from "#shared/features/handoffs/count-answers.ts";
import { countLabels, type LabelCounts } from "#shared/features/handoffs/count-labels.ts";
import { dataCard } from "#shared/features/handoffs/data-card.ts";
import { extraFiles } from "#shared/features/handoffs/extra-files.ts";
import { fileEnding, type HandoffFormat } from "#shared/features/handoffs/formats.ts";
import { licenceFile } from "#shared/features/handoffs/licence-file.ts";
import { manifest, type ManifestFile } from "#shared/features/handoffs/manifest.ts";
import { portableText } from "#shared/features/handoffs/portable-text.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import { Split } from "#shared/features/versions/split.ts";
import { writePieces, type WrittenFile } from "./file-writer.ts";
import { createRowText, type RowText } from "./row-text.ts";

interface Content {
  version: DatasetVersion;
  format: HandoffFormat;
  info: ProjectInfo;
  appVersion: string;
  /** Whether any response grew out of a given text. */
  hasOriginals: boolean;
  /** The rows of a split in frozen order, some at a time. */
  rowBatches: (split: Split) => Iterable<FrozenExample[]>;
}

/** Writes all files of a hand-off into an empty folder. Throws `nothingToHandOver` where no example fits. */
export async function writeFiles(
  folder: string,
  content: Content,
): Promise<{ files: ManifestFile[]; leftOut: number }> {
  const { version, format, info, appVersion, hasOriginals } = content;
  const text = createRowText(format, version, hasOriginals);
  const { files: dataFiles, ...counts } = await writeData(folder, content, text);
  const leftOut = text.leftOut();
  const facts = { version, format, leftOut, appVersion };
  const named = dataFiles.map(({ file, split, rows }) => ({ name: file, split, rows }));
  const card = dataCard({ ...info, ...facts, ...counts, hasOriginals, files: named });
  const guideline = version.guideline.trim() === "" ? "not stated" : version.guideline.trimEnd();
  const files: ManifestFile[] = [...dataFiles];
  for (const [name, body] of [
    ["README.md", card],
    ["LICENSE", licenceFile(info)],
    ["guideline.md", `${guideline}\n`],
    ...extraFiles(format, version),
  ] as const) {
    files.push(accompanying(await writePieces(folder, name, [portableText(body)])));
  }
  const list = manifest({ ...facts, name: info.name, files, escapedCells: text.escapedCells() });
  files.push(accompanying(await writePieces(folder, "manifest.json", [portableText(list)])));
  return { files, leftOut: leftOut.length };
}

/** One file a split; a split of which nothing can be written has none. */
async function writeData(folder: string, { version, format, rowBatches }: Content, text: RowText) {
  const labelCounts: LabelCounts = new Map();
  const answerCounts: AnswerCounts = new Map();
  function* pieces(split: Split) {
    yield text.begin();
    for (const batch of rowBatches(split)) {
      for (const example of batch) {
        countLabels(labelCounts, example);
        countAnswer(answerCounts, example);
      }
      yield text.rows(batch);
    }
    yield text.end();
  }
  const files: (ManifestFile & { split: Split; rows: number })[] = [];
  for (const split of Split.options) {
    if (version.counts[split] === 0) continue;
    const before = text.written();
    const file = await writePieces(folder, `${split}.${fileEnding(format)}`, pieces(split));
    const { name, bytes, sha256 } = file;
    const rows = text.written() - before;
    if (rows > 0) files.push({ file: name, split, rows, bytes, sha256 });
    else await rm(join(folder, name));
  }
  if (files.length === 0) throw new AppError("nothingToHandOver");
  return { files, labelCounts, answerCounts };
}

const accompanying = ({ name, bytes, sha256 }: WrittenFile): ManifestFile => ({
  file: name,
  split: null,
  rows: null,
  bytes,
  sha256,
});
