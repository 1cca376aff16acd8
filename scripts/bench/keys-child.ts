import { join } from "node:path";
import Database from "better-sqlite3";
import { openTestBackend } from "#backend/testing/test-backend.ts";

// Answers one example after the other in the project of a million rows, each durable before the next, beside the
// plainest durable insert of the same text into a database of its own.
const [, , folder = "", file = "", presses = "1"] = process.argv;
const { client, backend } = openTestBackend(folder);
await client.projects.open({ fileId: backend.grants.add(file, "read").fileId });
const { labels } = await client.definitions.get();
const raw = new Database(join(folder, "plain.sqlite"));
raw.pragma("journal_mode = wal");
raw.pragma("synchronous = full");
raw.exec("create table if not exists answer (id integer primary key, example text, value text)");
const insert = raw.prepare("insert into answer (example, value) values (?, ?)");

const oursMs: number[] = [];
const rawMs: number[] = [];
const pagesMs: number[] = [];
let afterExampleId: string | undefined;
while (oursMs.length < Number(presses)) {
  const pageMs = performance.now();
  const { items } = await client.annotations.queue({
    queue: "unreviewed",
    limit: 20,
    ...(afterExampleId === undefined ? {} : { afterExampleId }),
  });
  pagesMs.push(performance.now() - pageMs);
  afterExampleId = items.at(-1)?.exampleId;
  for (const [index, { exampleId }] of items.entries()) {
    const labelId = labels[index % labels.length]?.labelId ?? "";
    const value = { kind: "classify" as const, labelId };
    const fromMs = performance.now();
    await client.annotations.answer({ exampleId, value, elapsedMs: 1000 });
    const betweenMs = performance.now();
    insert.run(exampleId, JSON.stringify(value));
    oursMs.push(betweenMs - fromMs);
    rawMs.push(performance.now() - betweenMs);
  }
}
raw.close();
await backend.close();
console.log(JSON.stringify({ oursMs, rawMs, pagesMs }));
