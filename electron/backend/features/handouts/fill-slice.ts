import type { SliceRows } from "#shared/features/handouts/bundle.ts";
import type { Db } from "../../db/open.ts";
import { sliceExampleQueries, sliceQueries, type StoredSlice } from "./slice-queries.ts";

/** Fills an empty project with all that a slice holds. Call it in one transaction: half a slice helps nobody. */
export function fillSlice(db: Db, slice: StoredSlice, rows: SliceRows): void {
  const project = sliceQueries(db);
  const examples = sliceExampleQueries(db);
  project.save(slice);
  for (const definition of rows.definition) project.define(definition, slice.openedAtMs);
  for (const [position, label] of rows.labels.entries())
    project.insertLabel({ ...label, position });
  const owner = project.insertOwner(slice.sender, slice.openedAtMs);
  const keys = new Map<string, number>();
  for (const example of rows.examples) keys.set(example.exampleId, examples.insertExample(example));
  for (const answer of rows.answers) {
    const example = keys.get(answer.exampleId);
    if (example !== undefined) examples.insertAnswer(answer, { example, owner });
  }
  for (const rule of rows.rules) {
    const example = rule.exampleId === null ? null : (keys.get(rule.exampleId) ?? null);
    project.insertRule({ ...rule, example, owner });
  }
}
