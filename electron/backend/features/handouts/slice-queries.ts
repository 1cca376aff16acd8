import { z } from "zod";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import {
  type BundleLabel,
  type BundleRule,
  Sender,
  type SliceAnswer,
  type SliceDefinition,
  type SliceExample,
  type Statement,
} from "#shared/features/handouts/bundle.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import { hashInput } from "../examples/input-hash.ts";

/** What a project remembers of the slice that it was made of. */
export const StoredSlice = z.object({
  handoutId: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  sender: Sender,
  openedAtMs: z.number(),
});
export type StoredSlice = z.infer<typeof StoredSlice>;

/** Filling a new project with what a slice holds, part by part. */
export function sliceQueries(db: Db) {
  const read = db.prepare<[], string | null>("select slice from project").pluck();
  const save = db.prepare("update project set slice = ?");
  const describe = db.prepare(
    `update project set description = @description, licence = @licence, attribution = @attribution,
       system_prompt = @systemPrompt, revision = revision + 1`,
  );
  const insertGuideline = db.prepare("insert into guideline (body, saved_at_ms) values (?, ?)");
  const pointToGuideline = db.prepare("update project set guideline_id = ?");
  const insertLabel = db.prepare(
    `insert into label (public_id, name, description, colour, shortcut, position)
     values (@labelId, @name, @description, @colour, @key, @position)`,
  );
  const insertOwner = db.prepare(
    `insert into annotator (public_id, name, kind, public_key, trusted_at_ms)
     values (@annotatorId, @name, 'person', @publicKey, @atMs)`,
  );
  const insertRule = db.prepare(
    `insert into rule (public_id, body, example_id, label_ids, annotator_id, made_at_ms, changed_at_ms)
     values (@ruleId, @body, @example, @labelIds, @owner, @madeAtMs, @madeAtMs)`,
  );
  return {
    read(): StoredSlice | null {
      const text = read.get() ?? null;
      return text === null ? null : StoredSlice.parse(JSON.parse(text));
    },
    save: (slice: StoredSlice) => void save.run(JSON.stringify(slice)),
    define(definition: SliceDefinition, atMs: number) {
      describe.run(definition);
      const { guideline } = definition;
      if (guideline === "") return;
      pointToGuideline.run(insertGuideline.run(guideline, atMs).lastInsertRowid);
    },
    insertLabel: (label: BundleLabel & { position: number }) => void insertLabel.run(label),
    insertOwner: (owner: Sender, atMs: number): number =>
      Number(insertOwner.run({ ...owner, atMs }).lastInsertRowid),
    insertRule: (rule: BundleRule & { example: number | null; owner: number }) =>
      void insertRule.run({ ...rule, labelIds: JSON.stringify(rule.labelIds) }),
  };
}

/** The examples of a slice, and the answers that came along. */
export function sliceExampleQueries(db: Db) {
  const insertExample = db.prepare(
    `insert into example (input_hash, characters, group_key, split)
     values (@hash, @characters, @group, @split)`,
  );
  const insertText = db.prepare(
    `insert into example_text (id, public_id, adopted, external_id, input, payload, fields)
     values (@key, @exampleId, 1, @externalId, @input, @payload, @fields)`,
  );
  const insertAnswer = db.prepare(
    `insert into annotation (public_id, example_id, annotator_id, value, created_at_ms)
     values (@annotationId, @example, @owner, @value, @atMs)`,
  );
  const putInForce = db.prepare(
    `update example set status = 'labelled', unreviewed = 1, annotation_id = @annotation,
       annotator_id = @owner, answered_at_ms = @atMs,
       label_id = (select id from label where public_id = @value ->> 'labelId') where id = @example`,
  );
  return {
    insertExample({ payload, fields, ...example }: SliceExample): number {
      const { input, group, split } = example;
      const row = { hash: hashInput(input), characters: input.length, group, split };
      const key = Number(insertExample.run(row).lastInsertRowid);
      insertText.run({
        ...example,
        key,
        payload: payload && JSON.stringify(payload),
        fields: JSON.stringify(fields),
      });
      return key;
    },
    /** To be looked over: nobody here has said so. */
    insertAnswer({ value, atMs }: SliceAnswer, at: { example: number; owner: number }) {
      const given = { ...at, value: JSON.stringify(value), atMs, annotationId: newId() };
      putInForce.run({ ...given, annotation: insertAnswer.run(given).lastInsertRowid });
    },
  };
}

interface StatedRow {
  exampleId: string;
  input: string;
  payload: string | null;
  status: string;
  flagged: number;
  annotationId: string | null;
  value: string | null;
  elapsedMs: number | null;
  atMs: number | null;
}

/** What one person says of every example of a project. */
export function statementQueries(db: Db) {
  const stated = db.prepare<[{ me: number }], StatedRow>(
    `select t.public_id as exampleId, t.input, t.payload, e.flagged,
       case when o.id is not null then iif(o.annotation_id is not null, 'labelled', iif(o.skipped, 'skipped', 'unlabelled'))
         else e.status end as status,
       a.public_id as annotationId, a.value, a.elapsed_ms as elapsedMs, a.created_at_ms as atMs
     from example e join example_text t on t.id = e.id
       left join opinion o on o.example_id = e.id and o.annotator_id = @me
       left join annotation a on a.annotator_id = @me
         and a.id = iif(o.id is not null, o.annotation_id, e.annotation_id)
     where e.removed_at_ms is null order by e.id`,
  );
  const labels = db.prepare<[], Omit<BundleLabel, "key"> & { key: string | null }>(
    `select public_id as labelId, name, description, colour, shortcut as key from label
     where removed_at_ms is null order by position, id`,
  );
  const rules = (where: string) =>
    db.prepare<[{ me: number | null }], Omit<BundleRule, "labelIds"> & { labelIds: string }>(
      `select r.public_id as ruleId, r.body, t.public_id as exampleId, r.label_ids as labelIds,
         r.made_at_ms as madeAtMs
       from rule r left join example_text t on t.id = r.example_id
       where r.removed_at_ms is null and ${where} order by r.id`,
    );
  const allRules = rules("@me is null");
  const myRules = rules("r.annotator_id = @me");
  return {
    *listStated(
      me: number,
    ): Generator<Omit<Statement, "textHash"> & { input: string; payload: string | null }> {
      for (const { status, value, flagged, ...row } of stated.iterate({ me })) {
        // An answer that came along, and that this person has not looked over yet, is nobody's here.
        const state =
          value !== null ? "answered" : status === "skipped" ? ("skipped" as const) : "open";
        yield {
          ...row,
          state,
          annotationId: value === null ? null : row.annotationId,
          value: value === null ? null : (JSON.parse(value) as AnswerValue),
          flagged: flagged === 1,
        };
      }
    },
    listLabels: (): BundleLabel[] => labels.all(),
    listRules: (by: number | null): BundleRule[] =>
      (by === null ? allRules : myRules)
        .all({ me: by })
        .map((rule) => ({ ...rule, labelIds: JSON.parse(rule.labelIds) as string[] })),
  };
}
