import type { BackgroundCheckpoint } from "../../../db/background-checkpoint.ts";
import type { Db } from "../../../db/open.ts";
import { newId } from "../../../ids.ts";
import { recordingQueries } from "../../history/recording/queries.ts";
import type { RowBatch } from "../row-batch.ts";
import { createMatchedWriter } from "../updating/matched-writer.ts";
import { namesIn } from "./batch-answers.ts";
import { createLabelBook } from "./label-book.ts";
import { writingQueries } from "./queries.ts";
import { createRowPourer } from "./row-pourer.ts";

/** From here on, making an index anew is quicker than keeping it. */
const LARGE_BYTES = 16_000_000;
/** Bytes of the file after which the log is folded in while rows still come, so that the disk need not hold all twice. */
const FOLD_EVERY_BYTES = 500_000_000;

/** Writes the batches of one import and counts what it wrote. */
export function createBatchWriter(
  db: Db,
  checkpoint: BackgroundCheckpoint,
  {
    importKey,
    changesKey,
    fileBytes,
  }: { importKey: number; changesKey: number; fileBytes: number },
) {
  const queries = writingQueries(db);
  const labels = createLabelBook(queries, importKey);
  const recording = recordingQueries(db);
  const written = { imported: 0, rejected: 0, duplicates: 0, updated: 0 };
  let foldedThrough = 0;
  checkpoint.hold();
  if (fileBytes >= LARGE_BYTES) queries.dropLabelIndex();

  const annotator = () => queries.findAnnotator() ?? queries.insertAnnotator(newId());
  const pourer = createRowPourer(db.name, { importKey, annotator, labels });
  const matched = createMatchedWriter(db, { importKey, annotator, labels, written });

  function makeLabels(names: readonly string[]) {
    for (const name of names) labels.get(name);
    labels.save();
  }

  /** What belongs to the batch beside its new examples; most batches have nothing of it. */
  function writeSurroundings(batch: RowBatch) {
    labels.refresh();
    const newNames = namesIn(batch).filter((name) => !labels.has(name));
    if (newNames.length === 0 && !batch.matched && batch.rejects.length === 0) return;
    queries.inRelaxedTransaction(() => {
      recording.recordInto(changesKey, () => {
        makeLabels(newNames);
        if (batch.matched) matched.write(batch.matched);
      });
      for (const row of batch.rejects) queries.insertReject(importKey, row);
      queries.bumpRevision();
    });
  }

  return {
    written,
    /** Must be called once, whatever became of the import; what it leaves to do goes on in the background. */
    close() {
      pourer.close();
      queries.makeLabelIndex();
      void checkpoint.release();
    },
    write(batch: RowBatch) {
      writeSurroundings(batch);
      if (batch.inputs.length > 0) pourer.pour(batch);
      written.imported += batch.inputs.length;
      written.rejected += batch.rejects.length;
      if (batch.bytesRead - foldedThrough < FOLD_EVERY_BYTES) return;
      foldedThrough = batch.bytesRead;
      checkpoint.fold();
    },
  };
}
