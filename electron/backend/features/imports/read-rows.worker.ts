import { createDrafter } from "#shared/features/imports/draft-example.ts";
import type { RowPlan } from "#shared/features/imports/draft-row.ts";
import type { ReadAs } from "#shared/features/imports/contract.ts";
import { serveWorker, type WorkerSide } from "../../jobs/worker-side.ts";
import { type Inspection, inspectFile, type InspectTask } from "./inspect-file.ts";
import { type MatchTask, openRowSorter } from "./matching/matched-rows.ts";
import { isRejected, refuse } from "./readers/raw-row.ts";
import { createExampleColumns, type RowBatch } from "./row-batch.ts";
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
const BATCH_ROWS = 2000;
/** Text in one batch, so that long rows do not pile up in memory. */
const BATCH_CHARACTERS = 1_000_000;

type Sorter = ReturnType<typeof openRowSorter>;

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
  const examples = createExampleColumns(BATCH_ROWS);
  let rejects: RowBatch["rejects"] = [];
  let rowNumber = 0;
  // One batch is written while the next one is read.
  let writing: Promise<void> = Promise.resolve();
  const flush = async (bytesRead: number) => {
    const matched = sorter?.drain() ?? null;
    const batch: RowBatch = { ...examples.drain(), rejects, matched, bytesRead };
    rejects = [];
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
        else if (!sorter?.take(made)) examples.add(made, row.lineNumber);
      }
      const rowsWaiting = examples.count() + rejects.length + (sorter?.weight() ?? 0);
      if (rowsWaiting >= BATCH_ROWS || examples.characters() >= BATCH_CHARACTERS) await flush(at);
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
