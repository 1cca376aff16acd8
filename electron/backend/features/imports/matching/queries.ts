import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../../db/open.ts";

/** What the narrow table says of one example that a row may be matched with. */
export interface KnownPlace {
  key: number;
  importKey: number;
  hash: number;
  externalId: string | null;
  removed: number;
}

/** An example as it stands, for telling whether a row says the same. */
export interface StoredExample {
  input: string;
  payload: string | null;
  fields: string;
  externalId: string | null;
  group: string | null;
  split: Split | null;
  removed: number;
  /** JSON of an `AnswerValue`. */
  answer: string | null;
}
/** What is left of an import that was taken back counts as unknown; what somebody put away does not. */
const STILL_COUNTS = `from example e left join source_import s on s.id = e.import_id
  where coalesce(s.state, 'done') = 'done' and s.taken_back_at_ms is null`;

/** Reads what is in the project, so that the rows of a file can be recognised. */
export function matchingQueries(db: Db) {
  const countKnown = db.prepare<[], number>(`select count(*) ${STILL_COUNTS}`).pluck();
  const hasExternalIds = db
    .prepare<[], number>(`select exists (select 1 from example_text where external_id is not null)`)
    .pluck();
  const columns = `e.id, coalesce(e.import_id, 0), e.input_hash, e.removed_at_ms is not null`;
  const listPlaces = db
    .prepare<[], [number, number, number, number]>(
      `select ${columns} ${STILL_COUNTS} order by e.id`,
    )
    .raw();
  const listWithIds = db
    .prepare<[], [number, number, number, number, string | null]>(
      `select ${columns}, (select external_id from example_text t where t.id = e.id)
       ${STILL_COUNTS} order by e.id`,
    )
    .raw();
  // Three statements, because one that joins takes four times as long.
  const findText = db
    .prepare<
      [number],
      [input: string, payload: string | null, fields: string, externalId: string | null]
    >("select input, payload, fields, external_id from example_text where id = ?")
    .raw();
  const findPlace = db
    .prepare<[number], [group: string | null, split: Split | null, number, number | null]>(
      `select group_key, split, removed_at_ms is not null, annotation_id from example where id = ?`,
    )
    .raw();
  const findAnswer = db
    .prepare<[number], string | null>("select value from annotation where id = ?")
    .pluck();
  const findFileAnswer = db
    .prepare<[number], string>(
      `select a.value from annotation a join annotator n on n.id = a.annotator_id
       where a.example_id = ? and n.kind = 'import' and a.value is not null order by a.id desc limit 1`,
    )
    .pluck();
  const begin = db.prepare("begin");
  const commit = db.prepare("commit");
  const labels = db.prepare<[], { labelId: string; name: string }>(
    "select public_id as labelId, name from label where removed_at_ms is null",
  );
  const importId = db
    .prepare<[number], string>("select public_id from source_import where id = ?")
    .pluck();

  return {
    hasExternalIds: () => hasExternalIds.get() === 1,
    /** Call within one transaction with `countKnown`, so that both see the same rows. */
    *eachPlace(withIds: boolean): Generator<KnownPlace> {
      if (withIds)
        for (const [key, importKey, hash, removed, externalId] of listWithIds.iterate())
          yield { key, importKey, hash, removed, externalId };
      else
        for (const [key, importKey, hash, removed] of listPlaces.iterate())
          yield { key, importKey, hash, removed, externalId: null };
    },
    countKnown: () => countKnown.get() ?? 0,
    find(key: number): StoredExample | undefined {
      // One transaction for many rows: beginning one takes longer than finding a row.
      if (!db.inTransaction) begin.run();
      const text = findText.get(key);
      const place = findPlace.get(key);
      if (!text || !place) return undefined;
      const [input, payload, fields, externalId] = text;
      const [group, split, removed, annotationKey] = place;
      const answer = annotationKey === null ? null : (findAnswer.get(annotationKey) ?? null);
      return { input, payload, fields, externalId, group, split, removed, answer };
    },
    /** Lets go of the moment that `find` has been looking at; call it often, for the log to be folded in. */
    release() {
      if (db.inTransaction) commit.run();
    },
    /** The latest answer that came with a file, whether or not it is in force. */
    findFileAnswer: (key: number): string | null => findFileAnswer.get(key) ?? null,
    labelIds: () =>
      new Map(labels.all().map(({ name, labelId }) => [name.normalize("NFC"), labelId])),
    importId: (importKey: number) => importId.get(importKey) ?? null,
  };
}
export type MatchingQueries = ReturnType<typeof matchingQueries>;
