import type { BackgroundCheckpoint } from "../../../db/background-checkpoint.ts";
import type { Db } from "../../../db/open.ts";
import { newId } from "../../../ids.ts";
import { exampleIdAt, newIdPrefix } from "../../examples/example-id.ts";
import { recordingQueries } from "../../history/recording/queries.ts";
import type { RowBatch } from "../row-batch.ts";
import { createMatchedWriter } from "../updating/matched-writer.ts";
import { createLabelBook } from "./label-book.ts";
import { writingQueries } from "./queries.ts";
import { resolveAnswer } from "./resolve-answer.ts";
import { createRowInserts, type RowInserts } from "./row-inserts.ts";

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
  const idPrefix = newIdPrefix();
  const atMs = Date.now();
  let inserts: RowInserts | null = null;
  let foldedThrough = 0;
  checkpoint.hold();
  if (fileBytes >= LARGE_BYTES) queries.dropLabelIndex();

  const annotator = () => queries.findAnnotator() ?? queries.insertAnnotator(newId());
  const matched = createMatchedWriter(db, { importKey, annotator, labels, written });

  function prepareInserts(): RowInserts {
    return createRowInserts(db, { importKey, annotatorKey: annotator(), atMs });
  }

  function writeExamples(batch: RowBatch) {
    labels.refresh();
    inserts ??= prepareInserts();
    const { open, answered, text, annotation } = inserts;
    let key = queries.lastExample();
    let annotationKey = queries.lastAnnotation();
    for (const [index, input] of batch.inputs.entries()) {
      key += 1;
      const answer = batch.answers[index];
      const hash = batch.inputHashes[index] ?? 0;
      const group = batch.groups[index] ?? null;
      const split = batch.splits[index] ?? null;
      if (answer) {
        annotationKey += 1;
        const { value, labelKey } = resolveAnswer(answer, labels);
        answered.add(key, hash, input.length, group, split, annotationKey, labelKey);
        annotation.add(annotationKey, key, value);
      } else open.add(key, hash, input.length, group, split);
      text.add(
        key,
        exampleIdAt(idPrefix, key),
        batch.lineNumbers[index] ?? 0,
        batch.externalIds[index] ?? null,
        input,
        batch.fields[index] ?? "{}",
      );
    }
    inserts.flush();
    labels.save();
  }

  return {
    written,
    /** Must be called once, whatever became of the import; what it leaves to do goes on in the background. */
    close() {
      queries.makeLabelIndex();
      void checkpoint.release();
    },
    write(batch: RowBatch) {
      queries.inRelaxedTransaction(() => {
        recording.recordInto(changesKey, () => {
          if (batch.inputs.length > 0) writeExamples(batch);
          if (batch.matched) matched.write(batch.matched);
        });
        for (const row of batch.rejects) queries.insertReject(importKey, row);
        queries.bumpRevision();
      });
      written.imported += batch.inputs.length;
      written.rejected += batch.rejects.length;
      if (batch.bytesRead - foldedThrough < FOLD_EVERY_BYTES) return;
      foldedThrough = batch.bytesRead;
      checkpoint.fold();
    },
  };
}
