import {
  createDrafter,
  type DraftExample,
  type RowPlan,
} from "#shared/features/imports/draft-example.ts";
import type { ReadAs } from "#shared/features/imports/contract.ts";
import { serveWorker, type WorkerSide } from "../../jobs/worker-side.ts";
import { hashInput } from "../examples/input-hash.ts";
import { type Inspection, inspectFile, type InspectTask } from "./inspect-file.ts";
import { type MatchTask, openRowSorter } from "./matching/matched-rows.ts";
import { isRejected, refuse } from "./readers/raw-row.ts";
import type { RowBatch } from "./row-batch.ts";
import { createRowSource } from "./row-source.ts";

export interface ReadTask {
  path: string;
  readAs: ReadAs;
  plan: RowPlan;
  /** Left out: every row is added. */
  again?: MatchTask | null;
}
export type ReadRowsInput = { inspect: InspectTask } | { read: ReadTask };

/** Rows in one batch: one transaction stays well below a tenth of a second, yet few pages are written twice. */
const BATCH_ROWS = 4000;
/** Text in one batch, so that long rows do not pile up in memory. */
const BATCH_CHARACTERS = 2_000_000;

const answerLength = ({ answer }: DraftExample) =>
  answer?.kind === "response" ? answer.text.length : 0;

type Sorter = ReturnType<typeof openRowSorter>;
type Examples = { example: DraftExample; lineNumber: number }[];

function toBatch(examples: Examples, rejects: RowBatch["rejects"], bytesRead: number): RowBatch {
  return {
    lineNumbers: examples.map(({ lineNumber }) => lineNumber),
    inputs: examples.map(({ example }) => example.input),
    inputHashes: Float64Array.from(examples, ({ example }) => hashInput(example.input)),
    groups: examples.map(({ example }) => example.group),
    splits: examples.map(({ example }) => example.split),
    externalIds: examples.map(({ example }) => example.externalId),
    fields: examples.map(({ example }) => example.fields),
    answers: examples.map(({ example }) => example.answer),
    rejects,
    matched: null,
    bytesRead,
  };
}

async function readAll(task: ReadTask, side: WorkerSide<RowBatch>): Promise<null> {
  const sorter = openRowSorter(task.again ?? null, task.plan);
  try {
    return await readRows(task, side, sorter);
  } finally {
    sorter?.close();
  }
}

async function readRows(task: ReadTask, side: WorkerSide<RowBatch>, sorter: Sorter): Promise<null> {
  const draft = createDrafter(task.plan);
  let examples: Examples = [];
  let rejects: RowBatch["rejects"] = [];
  let characters = 0;
  let rowNumber = 0;
  // One batch is written while the next one is read.
  let writing: Promise<void> = Promise.resolve();
  const flush = async (bytesRead: number) => {
    const batch = toBatch(examples, rejects, bytesRead);
    if (sorter) batch.matched = sorter.drain();
    examples = [];
    rejects = [];
    characters = 0;
    await writing;
    writing = side.send(batch);
  };
  for await (const { rows, at } of createRowSource(task.path, task.readAs, task.plan.columns)) {
    for (const row of rows) {
      if (isRejected(row)) rejects.push(row);
      else {
        rowNumber += 1;
        const made = draft(row.cells, row.others ?? [], rowNumber);
        if ("reason" in made)
          rejects.push(refuse(row.lineNumber, made.reason, row.cells.join(" | "), made.detail));
        else if (!sorter?.take(made)) {
          examples.push({ example: made, lineNumber: row.lineNumber });
          characters += made.input.length + made.fields.length + answerLength(made);
        }
      }
      const weight = sorter?.weight() ?? 0;
      if (examples.length + rejects.length + weight >= BATCH_ROWS || characters >= BATCH_CHARACTERS)
        await flush(at);
      if (side.isStopped()) return null;
    }
  }
  await flush(0);
  await writing;
  return null;
}

await serveWorker<ReadRowsInput, RowBatch, Inspection | null>((input, side) =>
  "inspect" in input
    ? inspectFile(input.inspect, () => side.isStopped())
    : readAll(input.read, side),
);
