import { expect, test } from "vitest";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { ReturnRows, Statement } from "#shared/features/handouts/bundle.ts";
import { seededRandom } from "#shared/features/comparisons/random.ts";
import type { Db } from "../../../db/open.ts";
import { somebody } from "../../../testing/bundles.ts";
import { openSeededProject } from "../../../testing/open-seeded-project.ts";
import type { People } from "../../../identity/people.ts";
import { newId } from "../../../ids.ts";
import type { Inspection } from "../inspections.ts";
import { textHash } from "../text-hash.ts";

type Project = Awaited<ReturnType<typeof openProject>>;

/** Everything that an answer can be before a colleague's comes: none, a file's, the owner's, skipped, asked. */
async function openProject() {
  const opened = await openSeededProject("classify", ["A", "B", "C"], ([a = "", b = ""]) =>
    Array.from({ length: 12 }, (_, n) => ({
      input: `cafe\u0301 ${n}`,
      ...(n < 3 ? { answer: { kind: "classify" as const, labelId: n === 0 ? b : a } } : {}),
    })),
  );
  const { client, labelIds, exampleIds } = opened;
  await client.handouts.addPerson({ name: "Owner" });
  const value: AnswerValue = { kind: "classify", labelId: labelIds[0] ?? "" };
  for (const exampleId of exampleIds.slice(2, 5))
    await client.annotations.answer({ exampleId, value });
  await client.annotations.skip({ exampleId: exampleIds[5] ?? "" });
  const handout = { which: "unlabelled" as const, count: 3, to: { name: "Weber" } };
  await client.handouts.create({ ...handout, overlapShare: 0.34 });
  return opened;
}

/** What can be seen of the answers: in force, said, disputed, expected. */
const stateOf = (db: Db) => [
  db
    .prepare(
      `select t.public_id, e.status, e.flagged, e.unreviewed, e.disputed, e.awaits_others, a.public_id,
         a.value, l.name, e.annotator_id, e.answered_at_ms
       from example e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
         left join label l on l.id = e.label_id order by t.public_id`,
    )
    .raw()
    .all(),
  db
    .prepare(
      `select t.public_id, n.public_id, a.public_id, a.value, o.skipped, o.sequence
       from opinion o join example_text t on t.id = o.example_id join annotator n on n.id = o.annotator_id
         left join annotation a on a.id = o.annotation_id order by 1, 2`,
    )
    .raw()
    .all(),
  db.prepare("select public_id from merged_bundle where withdrawn_at_ms is null order by 1").all(),
];

/** Some bundles of several people, each saying something of a part of the examples. */
function drawBundles(
  { labelIds, exampleIds, backend }: Project,
  random: () => number,
): Inspection[] {
  const draw = (count: number) => Math.floor(random() * count);
  const projectId = backend.session().project.info().id;
  const speakers: People[] = ["Weber", "Okafor", "Sato"].map((name) => somebody(name));
  return Array.from({ length: 2 + draw(4) }, () => {
    const speaker = speakers[draw(speakers.length)] as People;
    // The same number twice only ever comes from a copy of an older state; it must not matter either.
    const signer = speaker.beginBundle(draw(5));
    const sequence = random() < 0.2 ? 7 : signer.sequence;
    const answers = exampleIds
      .map((exampleId, index) => ({ exampleId, index }))
      .filter(() => random() < 0.6)
      .map(({ exampleId, index }): Statement => {
        const state =
          (["answered", "answered", "answered", "skipped", "open"] as const)[draw(5)] ?? "open";
        const isAnswered = state === "answered";
        return {
          exampleId,
          // Composed where the project holds it decomposed.
          textHash: textHash({ input: `caf\u00E9 ${index}`, payload: null }),
          state,
          annotationId: isAnswered ? newId() : null,
          value: isAnswered ? { kind: "classify", labelId: labelIds[draw(3)] ?? "" } : null,
          elapsedMs: isAnswered ? draw(5000) : null,
          atMs: isAnswered ? draw(100_000) : null,
          flagged: random() < 0.1,
        };
      });
    const rows: ReturnRows = { answers, labels: [], rules: [] };
    return {
      inspectionId: newId(),
      fileName: "a.tacit-return",
      locked: false,
      bundle: {
        kind: "return",
        rows,
        manifest: {
          format: "tacit-bundle",
          version: 1,
          kind: "return",
          bundleId: newId(),
          handoutId: "unknown",
          project: { id: projectId, name: "Test" },
          sender: signer.sender,
          createdAtMs: draw(1000),
          sequence,
          files: [],
        },
      },
    };
  });
}

/** The bundles in some order, some of them more than once. */
function shuffled(bundles: readonly Inspection[], random: () => number): Inspection[] {
  const all = [...bundles, ...bundles.filter(() => random() < 0.5)];
  return all
    .map((bundle) => ({ bundle, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ bundle }) => bundle);
}

test.each(Array.from({ length: 30 }, (_, seed) => [seed]))(
  "bundles of several people give the same in any order, any number of times, and undo takes them back (seed %i)",
  async (seed) => {
    const random = seededRandom(seed + 1);
    const project = await openProject();
    const { db, handouts, history } = project.backend.session();
    const bundles = drawBundles(project, random);
    // Getting to know people is no part of any step.
    for (const bundle of bundles) handouts.merge(bundle, true, []);
    const expected = stateOf(db);
    while (history.state().undo?.action === "mergeReturn") await history.undo();
    const before = stateOf(db);
    for (let round = 0; round < 6; round += 1) {
      const order = shuffled(bundles, random);
      const states = [before];
      for (const bundle of order) {
        const preview = handouts.previewMerge(bundle, []);
        expect(stateOf(db)).toEqual(states.at(-1));
        const steps = history.state().undo?.stepId;
        expect(handouts.merge(bundle, false, [])).toEqual(preview);
        // A bundle that is known already is no step.
        if (history.state().undo?.stepId !== steps) states.push(stateOf(db));
      }
      expect(stateOf(db)).toEqual(expected);
      expect(states.length - 1).toBe(bundles.length);
      for (const state of states.toReversed().slice(1)) {
        expect((await history.undo())?.action).toBe("mergeReturn");
        expect(stateOf(db)).toEqual(state);
      }
    }
    expect(db.pragma("foreign_key_check")).toEqual([]);
    await project.backend.close();
  },
);
