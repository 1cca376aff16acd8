import Database from "better-sqlite3";
import { openTestBackend } from "#backend/testing/test-backend.ts";

// Opens a project in a fresh process and asks for all that the first screen shows; then reads one page of it
// with a plain connection.
const [, , folder, file = ""] = process.argv;
const { client, backend } = openTestBackend(folder);
const { fileId } = backend.grants.add(file, "read");
const startMs = performance.now();
await client.projects.open({ fileId });
const openedMs = performance.now();
await Promise.all([
  client.projects.journey(),
  client.imports.list(),
  client.definitions.get(),
  client.annotations.queue({ queue: "all", limit: 20 }),
  client.history.state(),
  client.examples.browse({ limit: 50 }),
]);
const shownMs = performance.now();
await backend.close();
const rawStartMs = performance.now();
const raw = new Database(file, { readonly: true });
raw
  .prepare(
    "select e.*, t.* from example e join example_text t on t.id = e.id order by e.id limit 50",
  )
  .all();
raw.close();
console.log(
  JSON.stringify({
    openSeconds: (openedMs - startMs) / 1000,
    firstScreenSeconds: (shownMs - startMs) / 1000,
    rawSeconds: (performance.now() - rawStartMs) / 1000,
  }),
);
