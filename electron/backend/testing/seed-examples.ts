import { createHash } from "node:crypto";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { Example } from "#shared/features/examples/contract.ts";
import { normaliseInput } from "#shared/features/examples/normalise-input.ts";
import type { Db } from "../db/open.ts";
import { newId } from "../ids.ts";

/** An example as a test wants it; `answer` counts as given by the imported file. */
export interface Seed {
  input: string;
  answer?: AnswerValue;
  payload?: Example["payload"];
  split?: Example["split"];
  group?: string;
  /** The file it came from. */
  importId?: string;
}

const hashOf = (input: string) =>
  createHash("sha256").update(normaliseInput(input)).digest().readBigInt64BE(0);

function importKey(db: Db, importId: string): number {
  const known = db
    .prepare<[string], number>("select id from source_import where public_id = ?")
    .pluck()
    .get(importId);
  if (known !== undefined) return known;
  return db
    .prepare(
      `insert into source_import (public_id, file_name, sha256, bytes, read_as, mapping, state, started_at_ms)
       values (?, ?, '', 0, '{}', '[]', 'done', 0)`,
    )
    .run(importId, `${importId}.csv`).lastInsertRowid as number;
}

/** Puts examples into a project as an import would, and returns their ids in order. */
export function seedExamples(db: Db, seeds: readonly Seed[]): string[] {
  const insert = db.prepare(
    `insert into example (public_id, import_id, line_number, input, payload, input_hash, group_key, split)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const annotate = db.prepare(
    "insert into annotation (public_id, example_id, annotator_id, value, created_at_ms) values (?, ?, ?, ?, 0)",
  );
  const setAnswer = db.prepare(
    `update example set status = 'labelled', unreviewed = 1, annotation_id = ?,
       label_id = (select id from label where public_id = ?) where id = ?`,
  );
  return db.transaction(() => {
    const annotator = db
      .prepare("insert into annotator (public_id, name, kind) values (?, 'file', 'import')")
      .run(newId()).lastInsertRowid;
    const ids = seeds.map((seed, index) => {
      const id = newId();
      const payload = seed.payload ? JSON.stringify(seed.payload) : null;
      const source = importKey(db, seed.importId ?? "seed");
      const hash = hashOf(seed.input);
      const { group = null, split = null } = seed;
      const key = insert.run(
        id,
        source,
        index + 2,
        seed.input,
        payload,
        hash,
        group,
        split,
      ).lastInsertRowid;
      if (!seed.answer) return id;
      const value = JSON.stringify(seed.answer);
      const annotation = annotate.run(newId(), key, annotator, value).lastInsertRowid;
      setAnswer.run(annotation, "labelId" in seed.answer ? seed.answer.labelId : null, key);
      return id;
    });
    db.prepare("update project set revision = revision + 1").run();
    return ids;
  })();
}
