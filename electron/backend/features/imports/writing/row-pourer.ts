import { openForPouring } from "../../../db/open.ts";
import { exampleIdAt, newIdPrefix } from "../../examples/example-id.ts";
import type { RowBatch } from "../row-batch.ts";
import { createAnswers } from "./batch-answers.ts";
import type { LabelBook } from "./label-book.ts";
import { pouringQueries } from "./queries.ts";
import { createRowInserts, type RowInserts } from "./row-inserts.ts";

interface PouringContext {
  importKey: number;
  /** The key of the annotator in whose name files answer; made when first needed. */
  annotator: () => number;
  /** Holds every label that a batch names by the time it is poured. */
  labels: LabelBook;
}

/** Writes the new examples of each batch, on a connection of its own; see `openForPouring`. */
export function createRowPourer(path: string, { importKey, annotator, labels }: PouringContext) {
  const db = openForPouring(path);
  const queries = pouringQueries(db);
  const idPrefix = newIdPrefix();
  const atMs = Date.now();
  let inserts: RowInserts | null = null;

  function writeExamples(batch: RowBatch, into: RowInserts) {
    const { open, answered, text, textWithPayload, annotation } = into;
    const answerAt = createAnswers(batch, labels);
    let key = queries.lastExample();
    let annotationKey = queries.lastAnnotation();
    for (const [index, input] of batch.inputs.entries()) {
      key += 1;
      const hash = batch.inputHashes[index] ?? 0;
      const group = batch.groups?.[index] ?? null;
      const split = batch.splits?.[index] ?? null;
      const answer = answerAt(index);
      if (answer) {
        annotationKey += 1;
        const { value, labelKey } = answer;
        answered.add(key, hash, input.length, group, split, annotationKey, labelKey);
        annotation.add(annotationKey, key, value);
      } else open.add(key, hash, input.length, group, split);
      const exampleId = exampleIdAt(idPrefix, key);
      const line = batch.lineNumbers[index] ?? 0;
      const externalId = batch.externalIds?.[index] ?? null;
      const fields = batch.fields[index] ?? "{}";
      const payload = batch.payloads?.[index] ?? null;
      if (payload === null) text.add(key, exampleId, line, externalId, input, fields);
      else textWithPayload.add(key, exampleId, line, externalId, input, fields, payload);
    }
  }

  return {
    pour(batch: RowBatch) {
      // Before the transaction, because the annotator is written through the other connection.
      const into = (inserts ??= createRowInserts(db, {
        importKey,
        annotatorKey: annotator(),
        atMs,
      }));
      queries.inTransaction(() => {
        writeExamples(batch, into);
        into.flush();
        queries.bumpRevision();
      });
    },
    close: () => void db.close(),
  };
}
