import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";

// Opens the project of a million rows, waits until its search index is made, and measures searches and filters
// beside the plainest statements that could do the same.
const [, , folder, file = ""] = process.argv;
const { client, backend } = openTestBackend(folder);
await client.projects.open({ fileId: backend.grants.add(file, "read").fileId });
const startMs = performance.now();
while (!(await client.search.state()).ready) await setTimeout(200);
const indexSeconds = (performance.now() - startMs) / 1000;
const raw = new Database(file, { readonly: true });

const QUERIES =
  "card payment,refund,atm cash,blocked,exchange rate,virtual card,stolen lost,passcode,country"
    .split(",")
    .flatMap((words) => [words, `${words} -verify`, `"${words}"`, words.slice(0, -1)]);
const HITS = 50;

async function timed(act: () => unknown): Promise<number> {
  const fromMs = performance.now();
  await act();
  return performance.now() - fromMs;
}

const rawSearch = raw.prepare(
  `select t.public_id, substr(t.input, 1, 300) from example_search s join example_text t on t.id = s.rowid
   where example_search match ? order by s.rowid limit ${HITS}`,
);
const search = { ours: [] as number[], raw: [] as number[] };
for (let round = 0; round < 3; round += 1)
  for (const text of QUERIES) {
    search.ours.push(await timed(() => client.examples.browse({ filter: { text }, limit: HITS })));
    const words = text
      .replaceAll(/["-]/g, " ")
      .trim()
      .split(/\s+/)
      .map((word) => `"${word}"`);
    search.raw.push(await timed(() => rawSearch.all(words.join(" "))));
  }

const { labels } = await client.definitions.get();
const labelId = labels[7]?.labelId ?? "";
const [anImport] = await client.imports.list();
const importId = anImport?.importId ?? "";
const FILTERS: [string, ExampleFilter][] = [
  ["everything", {}],
  ["one label", { labelId }],
  ["not looked at yet", { unreviewed: true }],
  ["unlabelled (none)", { status: "unlabelled" }],
  ["one import", { importId }],
  ["answered by a file", { answeredBy: "import" }],
  ["longer than 295 characters", { minCharacters: 295 }],
  ["one label, long, with a word", { labelId, minCharacters: 290, text: "refund" }],
];
const rawScan = raw.prepare(
  "select count(*) from example not indexed where removed_at_ms is null and characters >= 295",
);
const filters: { name: string; firstPageMs: number[]; countMs: number[]; total: number }[] = [];
for (const [name, filter] of FILTERS) {
  const measured = { name, firstPageMs: [] as number[], countMs: [] as number[], total: 0 };
  for (let round = 0; round < 7; round += 1) {
    let viewId = "";
    measured.firstPageMs.push(
      await timed(async () => ({ viewId } = await client.examples.browse({ filter, limit: HITS }))),
    );
    measured.countMs.push(
      await timed(
        async () => ({ total: measured.total } = await client.examples.count({ viewId })),
      ),
    );
  }
  filters.push(measured);
}
const scanMs: number[] = [];
for (let round = 0; round < 7; round += 1) scanMs.push(await timed(() => rawScan.get()));

/** One label on 10,000 rows, then undo and redo of that step. */
async function bulk() {
  const { viewId } = await client.examples.browse({ filter: {}, limit: 1 });
  await client.examples.count({ viewId });
  const selection = { viewId, rows: [{ from: 100_000, to: 109_999 }] };
  const doMs = await timed(() =>
    client.examples.change({ selection, change: { kind: "label", labelId } }),
  );
  const undoMs = await timed(() => client.history.undo());
  const redoMs = await timed(() => client.history.redo());
  await client.history.undo();
  return { doMs, undoMs, redoMs };
}
const bulkMs = await bulk();
raw.close();
await backend.close();
console.log(JSON.stringify({ indexSeconds, search, filters, scanMs, bulkMs }));
