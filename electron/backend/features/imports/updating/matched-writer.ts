import type { Db } from "../../../db/open.ts";
import type { MatchedRows } from "../matching/matched-rows.ts";
import type { LabelBook } from "../writing/label-book.ts";
import { createRowUpdater } from "./row-updater.ts";

interface MatchedContext {
  importKey: number;
  /** The key of the annotator in whose name files answer; made when first needed. */
  annotator: () => number;
  labels: LabelBook;
  written: { duplicates: number; updated: number };
}

/** Deals with the rows of a batch that were recognised, and counts them. */
export function createMatchedWriter(db: Db, context: MatchedContext) {
  const { importKey, annotator, labels, written } = context;
  let updater: ReturnType<typeof createRowUpdater> | null = null;
  return {
    write({ known, changed, brings }: MatchedRows): void {
      written.duplicates += known;
      if (changed.length === 0) return;
      labels.refresh();
      updater ??= createRowUpdater(db, { importKey, annotatorKey: annotator(), labels });
      for (const row of changed) {
        if (updater.update(row, brings)) written.updated += 1;
        else written.duplicates += 1;
      }
      labels.save();
    },
  };
}
