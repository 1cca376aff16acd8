import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { BundleLabel } from "#shared/features/handouts/bundle.ts";
import { MergeCounts, type MergedBundle } from "#shared/features/handouts/contract.ts";
import { colourAt } from "#shared/features/definitions/label-colours.ts";
import type { Db } from "../../../db/open.ts";
import { installExampleIds, keyOfId } from "../../examples/example-id.ts";

/** An example as merging sees it. */
export interface MergedExample {
  key: number;
  input: string;
  payload: ExamplePayload | null;
  status: "unlabelled" | "labelled" | "skipped";
  putAway: boolean;
  flagged: boolean;
  /** The answer in force, when a person gave it. */
  personsAnswer: { annotationKey: number; annotatorKey: number } | null;
}

interface ExampleRow {
  key: number;
  input: string;
  payload: string | null;
  status: MergedExample["status"];
  putAway: number;
  flagged: number;
  annotationKey: number | null;
  annotatorKey: number | null;
  kind: string | null;
}

export interface NewOpinion {
  exampleKey: number;
  annotatorKey: number;
  annotationKey: number | null;
  skipped: boolean;
  sequence: number;
}

/** What merging reads and writes of examples, answers and opinions. */
export function mergingQueries(db: Db) {
  installExampleIds(db);
  const example = db.prepare<[{ exampleId: string }], ExampleRow>(
    `select e.id as key, t.input, t.payload, e.status, e.removed_at_ms is not null as putAway, e.flagged,
       e.annotation_id as annotationKey, a.annotator_id as annotatorKey, n.kind
     from example e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
       left join annotator n on n.id = a.annotator_id where e.id = (${keyOfId("@exampleId")})`,
  );
  const annotation = db.prepare<
    [string],
    { key: number; exampleKey: number; annotatorKey: number; value: string | null }
  >(
    `select id as key, example_id as exampleKey, annotator_id as annotatorKey, value
     from annotation where public_id = ?`,
  );
  const insertAnnotation = db.prepare(
    `insert into annotation (public_id, example_id, annotator_id, value, elapsed_ms, created_at_ms)
     values (@annotationId, @exampleKey, @annotatorKey, @value, @elapsedMs, @atMs)`,
  );
  const insertOpinion = db.prepare(
    `insert into opinion (example_id, annotator_id, annotation_id, skipped, sequence)
     values (@exampleKey, @annotatorKey, @annotationKey, @skipped, @sequence)`,
  );
  const updateOpinion = db.prepare(
    `update opinion set annotation_id = @annotationKey, skipped = @skipped, sequence = @sequence
     where example_id = @exampleKey and annotator_id = @annotatorKey`,
  );
  const flag = db.prepare("update example set flagged = 1 where id = ?");
  // What there was before anybody who has an opinion here gave one; the newest such answer may be none.
  const putBack = db.prepare(
    `update example set annotation_id = iif(a.value is null, null, a.id),
       status = iif(a.value is null, 'unlabelled', 'labelled'),
       annotator_id = iif(a.value is null, null, a.annotator_id),
       answered_at_ms = iif(a.value is null, null, a.created_at_ms),
       unreviewed = a.value is not null and (select kind from annotator where id = a.annotator_id) = 'import',
       label_id = (select id from label where public_id = a.value ->> 'labelId' and removed_at_ms is null),
       disputed = 0,
       awaits_others = a.value is null and exists (select 1 from handout_example x
         join handout h on h.id = x.handout_id
         where x.example_id = @exampleKey and x.overlap = 0 and h.called_back_at_ms is null)
         and not exists (select 1 from opinion o where o.example_id = @exampleKey and o.annotator_id = @me)
     from (select 1) left join annotation a on a.id = (select max(b.id) from annotation b
       where b.example_id = @exampleKey and b.annotator_id not in
         (select annotator_id from opinion where example_id = @exampleKey))
     where example.id = @exampleKey`,
  );
  return {
    findExample(exampleId: string): MergedExample | undefined {
      const row = example.get({ exampleId });
      if (!row) return undefined;
      const { annotationKey, annotatorKey } = row;
      const isPersons = row.kind === "person" && annotationKey !== null && annotatorKey !== null;
      return {
        key: row.key,
        input: row.input,
        payload: row.payload === null ? null : (JSON.parse(row.payload) as ExamplePayload),
        status: row.status,
        putAway: row.putAway === 1,
        flagged: row.flagged === 1,
        personsAnswer: isPersons ? { annotationKey, annotatorKey } : null,
      };
    },
    findAnnotation: (annotationId: string) => annotation.get(annotationId),
    insertAnnotation: (answer: {
      annotationId: string;
      exampleKey: number;
      annotatorKey: number;
      value: AnswerValue;
      elapsedMs: number | null;
      atMs: number;
    }): number =>
      insertAnnotation.run({ ...answer, value: JSON.stringify(answer.value) })
        .lastInsertRowid as number,
    insertOpinion: (opinion: NewOpinion) =>
      void insertOpinion.run({ ...opinion, skipped: Number(opinion.skipped) }),
    updateOpinion: (opinion: NewOpinion) =>
      void updateOpinion.run({ ...opinion, skipped: Number(opinion.skipped) }),
    flag: (exampleKey: number) => void flag.run(exampleKey),
    putBack: (exampleKey: number, me: number) => void putBack.run({ exampleKey, me }),
  };
}

/** Labels that bundles bring. */
export function mergedLabelQueries(db: Db) {
  const inUse = db.prepare<[], { labelId: string; name: string }>(
    "select public_id as labelId, name from label where removed_at_ms is null",
  );
  const bringBack = db.prepare(
    "update label set removed_at_ms = null, name = ? where public_id = ?",
  );
  const nextPosition = db
    .prepare<[], number>("select coalesce(max(position) + 1, 0) from label")
    .pluck();
  const insert = db.prepare(
    `insert into label (public_id, name, description, colour, shortcut, position)
     values (@labelId, @name, @description, @colour, null, @position)`,
  );
  return {
    listInUse: () => inUse.all(),
    /** Also one that was removed here meanwhile. Its key stays free for the owner to give. */
    add({ labelId, name, description }: BundleLabel) {
      if (bringBack.run(name, labelId).changes > 0) return;
      const position = nextPosition.get() ?? 0;
      insert.run({ labelId, name, description, colour: colourAt(position), position });
    },
  };
}

/** Which bundles were merged, and what came of them. */
export function mergedBundleQueries(db: Db) {
  const insert = db.prepare(
    `insert or ignore into merged_bundle (public_id, annotator_id, sha256, sequence, counts, merged_at_ms,
       withdrawn_at_ms) values (@bundleId, @annotatorKey, @sha256, @sequence, @counts, @atMs, @atMs)`,
  );
  const describe = db.prepare(
    "update merged_bundle set counts = @counts, merged_at_ms = @atMs where public_id = @bundleId",
  );
  const putInForce = db.prepare(
    "update merged_bundle set withdrawn_at_ms = null where public_id = ?",
  );
  const isMerged = db
    .prepare<[string], number>(
      "select 1 from merged_bundle where public_id = ? and withdrawn_at_ms is null",
    )
    .pluck();
  const list = db.prepare<[], Omit<MergedBundle, "counts"> & { counts: string }>(
    `select b.public_id as bundleId, n.name, b.merged_at_ms as mergedAtMs, b.counts
     from merged_bundle b join annotator n on n.id = b.annotator_id
     where b.withdrawn_at_ms is null order by b.merged_at_ms desc, b.id desc`,
  );
  return {
    /** Made withdrawn, then put in force, so that the step that records it can withdraw it again. */
    save(bundle: {
      bundleId: string;
      annotatorKey: number;
      sha256: string;
      sequence: number;
      counts: MergeCounts;
      atMs: number;
    }) {
      const counts = JSON.stringify(bundle.counts);
      insert.run({ ...bundle, counts });
      describe.run({ counts, atMs: bundle.atMs, bundleId: bundle.bundleId });
      putInForce.run(bundle.bundleId);
    },
    isMerged: (bundleId: string) => isMerged.get(bundleId) === 1,
    list: (): MergedBundle[] =>
      list.all().map((row) => ({ ...row, counts: MergeCounts.parse(JSON.parse(row.counts)) })),
  };
}
