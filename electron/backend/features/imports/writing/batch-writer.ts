import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { DraftAnswer } from "#shared/features/imports/draft-example.ts";
import type { Db } from "../../../db/open.ts";
import { newId } from "../../../ids.ts";
import type { RowBatch } from "../row-batch.ts";
import { createLabelBook, type LabelBook } from "./label-book.ts";
import { writingQueries } from "./queries.ts";

/** Writes the batches of one import and counts what it wrote. */
export function createBatchWriter(db: Db, importKey: number) {
  const queries = writingQueries(db);
  const labels = createLabelBook(queries, importKey);
  const written = { imported: 0, rejected: 0 };
  queries.pour();

  function writeExamples(batch: RowBatch) {
    labels.refresh();
    const annotatorKey = queries.findAnnotator() ?? queries.insertAnnotator(newId());
    const atMs = Date.now();
    let exampleKey = queries.lastExample();
    let annotationKey = queries.lastAnnotation();
    for (const [index, publicId] of batch.publicIds.entries()) {
      exampleKey += 1;
      const answer = batch.answers[index];
      const resolved = answer ? resolve(answer, labels) : null;
      if (resolved) annotationKey += 1;
      queries.insertExample(
        exampleKey,
        publicId,
        importKey,
        batch.lineNumbers[index] ?? 0,
        batch.inputs[index] ?? "",
        batch.inputHashes[index] ?? 0n,
        batch.groups[index] ?? null,
        batch.splits[index] ?? null,
        batch.externalIds[index] ?? null,
        batch.fields[index] ?? "{}",
        resolved ? "labelled" : "unlabelled",
        resolved ? annotationKey : null,
        resolved?.labelKey ?? null,
        resolved ? 1 : 0,
      );
      if (resolved)
        queries.insertAnnotation(
          annotationKey,
          batch.annotationIds[index] ?? newId(),
          exampleKey,
          annotatorKey,
          resolved.value,
          atMs,
        );
    }
    labels.save();
  }

  return {
    written,
    /** Must be called once, whatever became of the import. */
    close: () => queries.stopPouring(),
    write(batch: RowBatch) {
      queries.inRelaxedTransaction(() => {
        if (batch.publicIds.length > 0) writeExamples(batch);
        for (const row of batch.rejects) queries.insertReject(importKey, row);
        queries.bumpRevision();
      });
      written.imported += batch.publicIds.length;
      written.rejected += batch.rejects.length;
    },
  };
}

function resolve(
  answer: DraftAnswer,
  labels: LabelBook,
): { value: string; labelKey: number | null } {
  const toJson = (value: AnswerValue) => JSON.stringify(value);
  if (answer.kind === "response")
    return { value: toJson({ kind: "write", response: answer.text }), labelKey: null };
  if (answer.kind === "labels") {
    const labelIds = answer.names.map((name) => labels.get(name).labelId);
    return { value: toJson({ kind: "tag", labelIds }), labelKey: null };
  }
  const { labelId, key } = labels.get(answer.name);
  return { value: toJson({ kind: "classify", labelId }), labelKey: key };
}
