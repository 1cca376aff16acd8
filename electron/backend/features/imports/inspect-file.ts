import { statSync } from "node:fs";
import { AppError } from "#shared/errors/app-error.ts";
import { nameColumns } from "#shared/features/imports/column-names.ts";
import type {
  FileFacts,
  ReadAs,
  RejectedRow,
  SampleSigns,
  TextEncoding,
} from "#shared/features/imports/contract.ts";
import { recogniseShape } from "#shared/features/imports/shapes/index.ts";
import type { ShapeName } from "#shared/features/imports/shapes/shape-name.ts";
import { findHeader } from "./columns.ts";
import { readRows, shapeOf } from "./file-rows.ts";
import { repairRow } from "./fit-rows.ts";
import { guessReadAs } from "./readers/file-layout.ts";
import { readTexts } from "./readers/file-text.ts";
import { detectContainer } from "./readers/container.ts";
import { isOpenedFormat, openTable } from "./readers/open-file.ts";
import { isRejected, type RawRow, refuse } from "./readers/raw-row.ts";
import { explainReadFailure } from "./readers/read-failure.ts";
import { guessText } from "./readers/text/guess-text.ts";
import { documentColumns } from "./readers/text/passages.ts";
import { addSigns, findSigns, NO_SIGNS } from "./sample-signs.ts";
import { type FileScan, hashChoice, scanFiles } from "./scan-files.ts";
import { entriesOf, toShapeRow } from "./shape-rows.ts";
import { type ChosenFile, chooseFiles, type FileChoice } from "./sources/choose-files.ts";

export interface InspectTask {
  path: string;
  fileName: string;
  readAs: Partial<ReadAs>;
  /** A scan of the same bytes made before. */
  scan: FileScan | null;
}

/** A file as it would be read. */
export interface Inspection {
  scan: FileScan;
  readAs: ReadAs;
  columns: string[];
  /** The first rows; cells in the order of the columns. */
  rows: string[][];
  rejects: RejectedRow[];
  signs: SampleSigns;
  facts: FileFacts;
}

/** What one file shows of itself. */
interface Sample {
  readAs: ReadAs;
  columns: string[];
  rows: string[][];
  rejects: RejectedRow[];
  signs: SampleSigns;
  facts: Partial<FileFacts>;
}

/** Rows looked at for guessing; JSON columns that none of them shows become fields. */
const SAMPLE_ROWS = 200;
/** Files of a folder whose columns are looked at. */
const SAMPLE_FILES = 20;
/** Text looked at for telling the format. */
const HEAD_CHARACTERS = 1_000_000;

/** Hashes a file or the files of a folder, tells how they are written and reads the first rows. */
export async function inspectFile(
  task: InspectTask,
  isStopped: () => boolean,
): Promise<Inspection> {
  const choice = chooseFiles(task.path, task.readAs);
  const [first] = choice.files;
  // A folder without a single readable file.
  if (!first) throw new AppError("notAFile", { name: task.fileName });
  const name = choice.isMany ? first.name : task.fileName;
  try {
    const scan = task.scan ?? (await scanChoice(choice, name, isStopped));
    const start = { encoding: task.readAs.encoding ?? scan.encoding, chosen: task.readAs };
    const sample = choice.isMany
      ? await sampleMany(choice, start)
      : await sampleFile(first.path, name, start, SAMPLE_ROWS);
    const { columns, rows, rejects, signs, readAs } = sample;
    const hasColumns = columns.length > 0 && (readAs.unit === undefined || rows.length > 0);
    if (!hasColumns && rejects.length === 0)
      throw new AppError("nothingReadable", { name: task.fileName });
    const notes = [...choice.facts.notes, ...(sample.facts.notes ?? [])];
    const facts = { ...NO_FACTS, ...sample.facts, ...choice.facts, notes };
    return { scan: hashChoice(scan, readAs, facts), readAs, columns, rows, rejects, signs, facts };
  } catch (error) {
    const blocks = statSync(first.path, { throwIfNoEntry: false })?.blocks ?? 0;
    throw explainReadFailure(error, name, blocks);
  }
}

/** Looks first at what the file is, so that nothing unreadable is read to its end. */
async function scanChoice({ files }: FileChoice, name: string, isStopped: () => boolean) {
  const [first] = files as [ChosenFile];
  const isMany = files.length > 1;
  const container = await detectContainer(first.path, name).catch((error: unknown) => {
    if (isMany) return null;
    throw error;
  });
  return scanFiles(files, container === null, isStopped);
}

const NO_FACTS: FileFacts = {
  sheets: [],
  configs: [],
  formats: [],
  shape: null,
  files: 1,
  notes: [],
};

interface Start {
  encoding: TextEncoding;
  chosen: Partial<ReadAs>;
}

/** Several files as one: read like the first that can be read, with the columns of all. */
async function sampleMany(choice: FileChoice, { encoding, chosen }: Start): Promise<Sample> {
  const sampled = choice.files.slice(0, SAMPLE_FILES);
  const columns = new Set<string>();
  const found: { file: ChosenFile; sample: Sample }[] = [];
  const rejects: RejectedRow[] = [];
  let settled: ReadAs | undefined;
  let failure: unknown;
  for (const file of sampled)
    try {
      const start: Start = { encoding, chosen: settled ?? chosen };
      const limit = Math.ceil(SAMPLE_ROWS / sampled.length);
      const sample = await sampleFile(file.path, file.name, start, limit);
      settled ??= sample.readAs;
      for (const column of sample.columns) columns.add(column);
      found.push({ file, sample });
      const where = (detail: string) => (detail ? `${file.name}: ${detail}` : file.name);
      rejects.push(...sample.rejects.map((row) => ({ ...row, detail: where(row.detail) })));
    } catch (error) {
      failure ??= error;
      rejects.push(
        refuse(1, "fileNotReadable", file.name, error instanceof Error ? error.message : ""),
      );
    }
  const [first] = found;
  if (!first || !settled) throw failure;
  const inner = [...columns];
  const rows = found.flatMap(({ file, sample }) =>
    sample.rows.map((row) => {
      const values = new Map(sample.columns.map((name, at) => [name, row[at] ?? ""]));
      const extras = [file.name, file.split].slice(0, choice.extraColumns.length);
      return [...inner.map((name) => values.get(name) ?? ""), ...extras];
    }),
  );
  const readAs = choice.config === undefined ? settled : { ...settled, config: choice.config };
  const names = nameColumns([...inner, ...choice.extraColumns]);
  const signs = found.reduce((sum, { sample }) => addSigns(sum, sample.signs), NO_SIGNS);
  return { readAs, columns: names, rows, rejects, signs, facts: first.sample.facts };
}

async function sampleFile(
  path: string,
  name: string,
  start: Start,
  limit: number,
): Promise<Sample> {
  const { chosen } = start;
  const container = await detectContainer(path, name);
  if (container !== null && isOpenedFormat(container)) {
    const table = await openTable(container, path, chosen);
    const { columns, facts } = table;
    const readAs: ReadAs = { ...table.readAs, repair: chosen.repair ?? false };
    table.close();
    const plain = await takeRows(path, { ...readAs, shape: "plain" }, columns, limit);
    if (container === "parquet") return shaped(path, readAs, columns, plain, chosen, facts, limit);
    return {
      readAs,
      columns,
      rows: plain.rows.map(({ cells }) => cells),
      rejects: plain.rejects,
      signs: plain.signs,
      facts,
    };
  }
  const readAs = guessTextLayout(path, name, start);
  if (readAs.format === "json" || readAs.format === "jsonl") {
    const plain = await takeRows(path, { ...readAs, shape: "plain" }, [], limit);
    return shaped(path, readAs, [], plain, chosen, {}, limit);
  }
  const columns =
    readAs.format === "text" ? documentColumns(readAs.unit ?? "line") : findHeader(path, readAs);
  const { rows, rejects, signs } = await takeRows(path, readAs, columns, limit);
  return { readAs, columns, rows: rows.map(({ cells }) => cells), rejects, signs, facts: {} };
}

function guessTextLayout(path: string, name: string, { encoding, chosen }: Start): ReadAs {
  const head = readHead(path, encoding);
  const { format, ...others } = chosen;
  const textual = format === undefined || isOpenedFormat(format) ? others : chosen;
  return guessText(name, encoding, head, textual) ?? guessReadAs(name, encoding, head, textual);
}

/** Records, read as the export of the program whose shape they have unless the user wants them plain. */
async function shaped(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
  plain: Taken,
  chosen: Partial<ReadAs>,
  facts: Partial<FileFacts>,
  limit: number,
): Promise<Sample> {
  const found: ShapeName | null = recogniseShape(plain.rows.map((row) => toShapeRow(row, columns)));
  const shape = chosen.shape ?? found ?? undefined;
  const settled: ReadAs = shape === undefined ? readAs : { ...readAs, shape };
  const isShaped = shapeOf(settled) !== null;
  const { rows, rejects, signs } = isShaped ? await takeRows(path, settled, [], limit) : plain;
  const known = isShaped ? [] : columns;
  const entries = rows.map((row) => entriesOf(row, known));
  const names = [...new Set(entries.flatMap((row) => row.map(([name]) => name)))];
  return {
    readAs: settled,
    columns: names,
    rows: entries.map((row) => {
      const values = new Map(row);
      return names.map((name) => values.get(name) ?? "");
    }),
    rejects,
    signs,
    facts: { ...facts, shape: found },
  };
}

function readHead(path: string, encoding: TextEncoding): { text: string; isWhole: boolean } {
  let head = "";
  for (const { text, isLast } of readTexts(path, encoding)) {
    head += text;
    if (isLast) return { text: head, isWhole: true };
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return { text: head, isWhole: false };
}

interface Taken {
  rows: RawRow[];
  rejects: RejectedRow[];
  signs: SampleSigns;
}

/** The first rows. They are read as they stand, so that damage shows, and mended afterwards. */
async function takeRows(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
  limit: number,
): Promise<Taken> {
  const { rows, rejects } = await readFirstRows(path, { ...readAs, repair: false }, columns, limit);
  const signs = findSigns(rows, rejects);
  return { rows: readAs.repair ? rows.map(repairRow) : rows, rejects, signs };
}

async function readFirstRows(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
  limit: number,
) {
  const rows: RawRow[] = [];
  const rejects: RejectedRow[] = [];
  for await (const { rows: read } of readRows(path, readAs, columns)) {
    for (const row of read) {
      if (isRejected(row)) rejects.push(row);
      else rows.push(row);
      if (rows.length + rejects.length >= limit) return { rows, rejects };
    }
  }
  return { rows, rejects };
}
