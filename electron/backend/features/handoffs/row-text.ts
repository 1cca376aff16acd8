import Papa from "papaparse";
import { AppError } from "#shared/errors/app-error.ts";
import { conllText } from "#shared/features/handoffs/conll.ts";
import type { HandoffFormat } from "#shared/features/handoffs/formats.ts";
import {
  columnsOf,
  csvCells,
  plainRow,
  type RowShape,
} from "#shared/features/handoffs/handoff-rows.ts";
import type { LeftOut, LeftOutReason } from "#shared/features/handoffs/left-out.ts";
import { jsonLine, portableText } from "#shared/features/handoffs/portable-text.ts";
import {
  doccanoRow,
  labelStudioTask,
  portableSpans,
  prodigyRow,
} from "#shared/features/handoffs/span-rows.ts";
import { isRisky, spreadsheetCell } from "#shared/features/handoffs/spreadsheet-cell.ts";
import { trainingMessages } from "#shared/features/versions/chat-messages.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import {
  openaiPreferenceRow,
  preferencePairs,
  trlPreferenceRow,
} from "#shared/features/versions/preference-pairs.ts";

/** Turns rows into the text of one format, file after file. */
export interface RowText {
  begin(): string;
  rows(examples: readonly FrozenExample[]): string;
  end(): string;
  /** Rows written so far. */
  written(): number;
  leftOut(): readonly LeftOut[];
  /** Cells given an apostrophe so far. */
  escapedCells(): number;
}

const BYTE_ORDER_MARK = "\ufeff";
const EXCERPT_CHARACTERS = 60;

interface Frame {
  begin?: string;
  between?: string;
  end?: string;
}

/** Texts of rows one after the other; what an example cannot be turned into is noted as left out. */
function textsOf(
  toTexts: (example: FrozenExample) => string[] | LeftOutReason,
  { begin = "", between = "", end = "" }: Frame = {},
): RowText {
  const leftOut: LeftOut[] = [];
  let written = 0;
  let inFile = 0;
  return {
    begin() {
      inFile = 0;
      return begin;
    },
    rows(examples) {
      let text = "";
      for (const example of examples) {
        const texts = toTexts(example);
        if (typeof texts === "string")
          leftOut.push({ id: example.exampleId, split: example.split, reason: texts });
        else
          for (const each of texts) {
            text += inFile === 0 ? each : between + each;
            inFile += 1;
            written += 1;
          }
      }
      return text;
    },
    end: () => end,
    written: () => written,
    leftOut: () => leftOut,
    escapedCells: () => 0,
  };
}

const jsonLines = (toRow: (example: FrozenExample) => unknown): RowText =>
  textsOf((example) => [jsonLine(toRow(example))]);

const chatLines = (version: DatasetVersion): RowText =>
  textsOf((example) => {
    const messages = trainingMessages(version, example);
    return typeof messages === "string" ? messages : [jsonLine({ messages })];
  });

const pairLines = (
  version: DatasetVersion,
  toRow: typeof openaiPreferenceRow | typeof trlPreferenceRow,
) =>
  textsOf((example) => {
    const pairs = preferencePairs(version, example);
    return typeof pairs === "string" ? pairs : pairs.map((pair) => jsonLine(toRow(pair)));
  });

const conllBlocks = (): RowText =>
  textsOf((example) => {
    const { text, spans } = portableSpans(example);
    const conll = conllText(text, spans);
    if ("text" in conll) return [conll.text];
    const { start, end } = conll.span;
    const passage = Array.from(text).slice(start, end).join("").slice(0, EXCERPT_CHARACTERS);
    throw new AppError(conll.problem, { passage, label: conll.span.label });
  });

/** CSV rows by the batch, which is quicker than one by one. */
function csvRows(head: string, toLines: (examples: readonly FrozenExample[]) => string) {
  let written = 0;
  return {
    begin: () => head,
    rows(examples: readonly FrozenExample[]) {
      written += examples.length;
      return toLines(examples);
    },
    end: () => "",
    written: () => written,
    leftOut: () => [],
  };
}

function csvText(_version: DatasetVersion, shape: RowShape): RowText {
  const columns = columnsOf(shape);
  const lines = (cells: string[][]) => `${Papa.unparse(cells, { newline: "\n" })}\n`;
  const toLines = (examples: readonly FrozenExample[]) =>
    lines(examples.map((each) => csvCells(each, columns, shape).map(portableText)));
  return { ...csvRows(lines([columns]), toLines), escapedCells: () => 0 };
}

function spreadsheetText(_version: DatasetVersion, shape: RowShape): RowText {
  const columns = columnsOf(shape);
  let escaped = 0;
  const toCell = (text: string) => {
    const cell = portableText(text);
    if (isRisky(cell)) escaped += 1;
    return spreadsheetCell(cell);
  };
  const lines = (cells: string[][]) =>
    `${Papa.unparse(cells, {
      newline: "\r\n",
      // A cell that got an apostrophe is quoted as well, so that no reader strips or splits it.
      quotes: (cell: unknown) => typeof cell === "string" && cell.startsWith("'"),
    })}\r\n`;
  const toLines = (examples: readonly FrozenExample[]) =>
    lines(examples.map((each) => csvCells(each, columns, shape).map(toCell)));
  return {
    ...csvRows(`${BYTE_ORDER_MARK}${lines([columns])}`, toLines),
    escapedCells: () => escaped,
  };
}

const WRITERS: Record<HandoffFormat, (version: DatasetVersion, shape: RowShape) => RowText> = {
  "openai-chat": chatLines,
  jsonl: (_version, shape) => jsonLines((example) => plainRow(example, shape)),
  csv: csvText,
  "csv-excel": spreadsheetText,
  preference: (version) => pairLines(version, openaiPreferenceRow),
  "trl-preference": (version) => pairLines(version, trlPreferenceRow),
  doccano: () => jsonLines(doccanoRow),
  prodigy: () => jsonLines(prodigyRow),
  "label-studio": () =>
    textsOf((example) => [jsonLine(labelStudioTask(example)).trimEnd()], {
      begin: "[\n",
      between: ",\n",
      end: "\n]\n",
    }),
  conll: conllBlocks,
};

/** The writer of a format for the rows of one version. */
export const createRowText = (
  format: HandoffFormat,
  version: DatasetVersion,
  hasOriginals: boolean,
): RowText => WRITERS[format](version, { taskType: version.taskType, hasOriginals });
