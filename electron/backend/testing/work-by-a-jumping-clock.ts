import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openTestBackend } from "./test-backend.ts";

// Does what a person does in a day, twice, with the project closed in between, and prints in which order
// Tacit says that it happened.
const folder = process.argv[2] ?? "";
const opened = openTestBackend(folder);
const { client, backend } = opened;
const times = new Set(
  [Date.now(), Date.now(), Date.now()].map((atMs) => new Date(atMs).getFullYear()),
);

async function bring(name: string, rows: string) {
  const file = join(folder, name);
  writeFileSync(file, `text,label\n${rows}\n`);
  const { fileId } = backend.grants.add(file, "read");
  const { jobId } = await client.imports.start({ fileId });
  await backend.session().jobs.settled(jobId);
}

await client.projects.create({ name: "Clock", taskType: "classify" });
for (const [number, name] of ["first.csv", "second.csv", "third.csv"].entries())
  await bring(name, `${name} one,A\n${name} two,B\nonly ${number},`);
const { labels } = await client.definitions.get();
const { rows } = await client.examples.list({});
const exampleId = rows[0]?.exampleId ?? "";
const given: string[] = [];
const answer = async (index: number) => {
  const labelId = labels[index % 2]?.labelId ?? "";
  given.push(labelId);
  await client.annotations.answer({ exampleId, value: { kind: "classify", labelId } });
};
for (let turn = 0; turn < 4; turn += 1) await answer(turn);

await client.projects.close();
const [recent] = await client.projects.listRecent();
await client.projects.open({ recentId: recent?.recentId ?? "" });
for (let turn = 5; turn < 8; turn += 1) await answer(turn);

const { history } = await client.examples.get({ exampleId });
const inForce = async () => (await client.examples.get({ exampleId })).answer;
const undone: unknown[] = [];
for (let turn = 0; turn < given.length; turn += 1) {
  await client.history.undo();
  undone.push(await inForce());
}
const redone: unknown[] = [];
for (let turn = 0; turn < given.length; turn += 1) {
  await client.history.redo();
  redone.push(await inForce());
}
const labelOf = (value: unknown) => (value as { labelId?: string } | null)?.labelId ?? null;
const facts = {
  yearsSeen: times.size,
  given,
  history: history.map(({ value }) => labelOf(value)),
  undone: undone.map(labelOf),
  redone: redone.map(labelOf),
  imports: (await client.imports.list()).map(({ fileName }) => fileName),
  jobs: (await client.jobs.list({ active: false })).length,
  inputs: (await client.examples.list({})).rows.map(({ input }) => input),
  verified: (await client.projects.verify()).ok,
};
await backend.close();
console.log(JSON.stringify(facts));
