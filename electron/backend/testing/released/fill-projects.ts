import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { at } from "../open-seeded-project.ts";
import type { openTestBackend } from "../test-backend.ts";

type Opened = ReturnType<typeof openTestBackend>;

async function bring({ client, backend, folder }: Opened, name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { fileId } = backend.grants.add(path, "read");
  const { jobId } = await client.imports.start({ fileId });
  await backend.session().jobs.settled(jobId);
}

async function freezeAndTrain({ client, backend }: Opened): Promise<string> {
  const { versionId } = await client.versions.freeze({});
  const target = { versionId, providerId: "instant" as const, baseModel: "instant-baseline" };
  const { consent } = await client.training.leaving(target);
  const { jobId } = await client.training.start({ ...target, consent });
  await backend.session().jobs.settled(jobId);
  return jobId;
}

async function compare({ client, backend }: Opened, trainingJobId: string): Promise<string> {
  const { jobId, comparisonId } = await client.comparisons.start({ trainingJobId });
  await backend.session().jobs.settled(jobId);
  return comparisonId;
}

const KINDS = ["arrival", "loss", "limit"] as const;
const sentence = (n: number) =>
  [
    `Where is my card? It was ordered ${n} days ago 📦`,
    `I lost my wallet on the train, “line ${n}”`,
    `Why was my payment of ${n} € over the limit?\nPlease explain`,
  ][n % 3];

/** Two files with all that rows can carry, and rows that cannot be read. */
async function bringQuestions(opened: Opened): Promise<void> {
  const quoted = (text = "") => `"${text.replaceAll('"', '""')}"`;
  const rows = Array.from(
    { length: 90 },
    (_, n) =>
      `${quoted(sentence(n))},${n % 5 === 4 ? "" : KINDS[n % 3]},${["train", "train", "test"][n % 3 === 2 ? 2 : (n >> 2) % 3]},customer ${n % 30},row-${n},${n % 2 ? "web" : "phone"}`,
  );
  const head = "text,label,split,group,id,channel";
  await bring(
    opened,
    "questions.csv",
    `${head}\n${rows.join("\n")}\none,cell,too,many,in,this,row\n,arrival,,,,\n`,
  );
  await bring(
    opened,
    "more.jsonl",
    `{"text":"Naïve café – 東京 🚆","label":"loss"}\nnot json\n{"text":"Where is my card? It was ordered 0 days ago 📦","label":"loss"}\n{"text":"still open"}\n`,
  );
}

/** Every kind of thing that a classify project of the first release can hold. */
async function fillClassify(opened: Opened): Promise<void> {
  const { client, backend, folder } = opened;
  await bringQuestions(opened);
  await client.definitions.saveGuideline({ body: "# Which question?\n\nFirst edition." });
  await client.definitions.saveGuideline({ body: "# Which question?\n\nSecond edition." });
  await client.definitions.saveSystemPrompt({ text: "Name the question." });
  await client.projects.describe({
    description: "Made for tests",
    licence: "CC0",
    attribution: "Nobody",
  });
  await client.definitions.addLabel({
    name: "other",
    key: "o",
    colour: "pink",
    description: "None of these",
  });
  await client.definitions.addLabel({ name: "short-lived" });
  const { labels } = await client.definitions.get();
  const labelId = (name: string) => labels.find((label) => label.name === name)?.labelId ?? "";
  const { items } = await client.annotations.queue({ queue: "unlabelled", limit: 100 });
  const ids = items.map(({ exampleId }) => exampleId);
  const answer = (index: number, name: string) =>
    client.annotations.answer({
      exampleId: at(ids, index),
      value: { kind: "classify", labelId: labelId(name) },
      elapsedMs: 1000 + index,
    });
  for (const [index, name] of ["arrival", "loss", "limit", "other", "short-lived"].entries())
    await answer(index, name);
  await answer(0, "other");
  await answer(0, "limit");
  await client.annotations.clear({ exampleId: at(ids, 1) });
  await client.annotations.skip({ exampleId: at(ids, 5) });
  const { rows: imported } = await client.examples.list({
    filter: { status: "labelled" },
    limit: 20,
  });
  const known = imported.filter(({ answeredBy }) => answeredBy === "import");
  await client.annotations.answer({
    exampleId: at(known, 0).exampleId,
    value: { kind: "classify", labelId: labelId("other") },
  });
  await client.examples.setFlag({
    exampleIds: known.slice(1, 4).map((e) => e.exampleId),
    flagged: true,
  });
  await client.examples.remove({ exampleIds: [at(known, 5).exampleId, at(ids, 6)] });
  await client.definitions.updateLabel({
    labelId: labelId("loss"),
    name: "lost card",
    colour: "red",
  });
  await client.definitions.moveLabel({ labelId: labelId("other"), toPosition: 0 });
  await client.definitions.removeLabel({
    labelId: labelId("short-lived"),
    moveAnswersTo: labelId("other"),
  });
  await client.examples.removeDuplicates();
  await client.projects.rename({ name: "Bank questions – first release" });
  await client.checks.run();
  const trained = await freezeAndTrain(opened);
  await compare(opened, trained);
  const [version] = await client.versions.list();
  const { fileId: folderId } = backend.grants.add(folder, "folder");
  await client.handoffs.create({ versionId: version?.versionId ?? "", format: "csv", folderId });
  await answer(7, "arrival");
  await client.versions.freeze({ seed: 7 });
  await answer(8, "loss");
  await client.annotations.skip({ exampleId: at(ids, 9) });
  await client.history.undo();
  await client.history.undo();
}

/** The same for a project in which answers are written. */
async function fillWrite(opened: Opened): Promise<void> {
  const { client } = opened;
  const rows = Array.from({ length: 24 }, (_, n) =>
    JSON.stringify({
      instruction: `What are the signs of illness number ${n}?`,
      ...(n % 4 === 3 ? {} : { response: `Fever and ${n} spots.` }),
      source: `page ${n}`,
    }),
  );
  await bring(opened, "answers.jsonl", `${rows.join("\n")}\n[1,2]\n`);
  await client.definitions.saveSystemPrompt({ text: "Answer briefly." });
  const { items } = await client.annotations.queue({ queue: "unlabelled", limit: 10 });
  const write = (index: number, response: string) =>
    client.annotations.answer({
      exampleId: at(items, index).exampleId,
      value: { kind: "write", response },
    });
  await write(0, "Rest – and drink.\nSee a doctor 🩺 if it lasts.");
  await write(1, "draft");
  await write(1, "A better answer.");
  await client.annotations.skip({ exampleId: at(items, 2).exampleId });
  await client.checks.run();
  const comparisonId = await compare(opened, await freezeAndTrain(opened));
  const duel = await client.comparisons.nextDuel({ comparisonId });
  if (duel) await client.comparisons.vote({ comparisonId, itemId: duel.itemId, choice: "a" });
  await write(3, "taken back");
  await client.history.undo();
}

/** A project's name in the fixtures, its task, and how it is filled. */
export const RELEASED_PROJECTS: readonly {
  name: string;
  taskType: TaskType;
  fill: (opened: Opened) => Promise<void>;
}[] = [
  { name: "classify", taskType: "classify", fill: fillClassify },
  { name: "write", taskType: "write", fill: fillWrite },
];
