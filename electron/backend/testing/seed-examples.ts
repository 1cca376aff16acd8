import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { Example } from "#shared/features/examples/contract.ts";
import type { Db } from "../db/open.ts";
import { exampleIdAt, newIdPrefix } from "../features/examples/example-id.ts";
import { hashInput } from "../features/examples/input-hash.ts";
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
    "insert into example (import_id, input_hash, characters, group_key, split) values (?, ?, ?, ?, ?)",
  );
  const insertText = db.prepare(
    "insert into example_text (id, public_id, line_number, input, payload) values (?, ?, ?, ?, ?)",
  );
  const prefix = newIdPrefix();
  const annotate = db.prepare(
    "insert into annotation (public_id, example_id, annotator_id, value, created_at_ms) values (?, ?, ?, ?, 0)",
  );
  const setAnswer = db.prepare(
    `update example set status = 'labelled', unreviewed = 1, annotation_id = @annotation,
       annotator_id = @annotator, answered_at_ms = 0,
       label_id = (select id from label where public_id = @labelId) where id = @key`,
  );
  return db.transaction(() => {
    const annotator = db
      .prepare("insert into annotator (public_id, name, kind) values (?, 'file', 'import')")
      .run(newId()).lastInsertRowid;
    const ids = seeds.map((seed, index) => {
      const payload = seed.payload ? JSON.stringify(seed.payload) : null;
      const source = importKey(db, seed.importId ?? "seed");
      const { input, group = null, split = null } = seed;
      const added = insert.run(source, hashInput(input), input.length, group, split);
      const key = Number(added.lastInsertRowid);
      const id = exampleIdAt(prefix, key);
      insertText.run(key, id, index + 2, input, payload);
      if (!seed.answer) return id;
      const value = JSON.stringify(seed.answer);
      const annotation = annotate.run(newId(), key, annotator, value).lastInsertRowid;
      const labelId = "labelId" in seed.answer ? seed.answer.labelId : null;
      setAnswer.run({ annotation, annotator, labelId, key });
      return id;
    });
    db.prepare("update project set revision = revision + 1").run();
    return ids;
  })();
}
