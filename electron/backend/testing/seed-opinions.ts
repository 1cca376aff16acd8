import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { annotationQueries } from "../features/annotations/queries.ts";
import { newId } from "../ids.ts";
import type { ProjectSession } from "../session.ts";

/** What each person answers to one example; null: asked, and not answered yet. */
export interface SeedOpinions {
  exampleId: string;
  values: readonly (AnswerValue | null)[];
}

/** Makes people known and lets them answer, as if their bundles had been merged; returns their ids. */
export function seedOpinions(
  { db, experts, examples }: ProjectSession,
  names: readonly string[],
  answers: readonly SeedOpinions[],
): string[] {
  const annotations = annotationQueries(db);
  const addPerson = db.prepare(
    "insert into annotator (public_id, name, kind) values (?, ?, 'person')",
  );
  return db.transaction(() => {
    const people = names.map((name) => {
      const annotatorId = newId();
      return { annotatorId, key: Number(addPerson.run(annotatorId, name).lastInsertRowid) };
    });
    for (const { exampleId, values } of answers) {
      const { key: exampleKey } = examples.getRecord(exampleId);
      values.forEach((value, at) => {
        const person = people[at];
        if (!person) throw new Error(`nobody answers in place ${at}`);
        const opinion = experts.ask(exampleKey, person.key);
        if (value === null) return;
        const annotationKey = annotations.insert({
          exampleKey,
          annotatorKey: person.key,
          supersedesKey: null,
          value,
          elapsedMs: null,
          atMs: 1_780_000_000_000 + at * 60_000,
        });
        experts.state(opinion, { annotationKey, skipped: false });
      });
      experts.settle(exampleKey);
    }
    db.prepare("update project set revision = revision + 1").run();
    return people.map(({ annotatorId }) => annotatorId);
  })();
}
