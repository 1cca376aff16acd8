import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { openTestBackend } from "./test-backend.ts";

// Imports a generated file of so many rows while answering what the screens ask, and prints how much memory
// the whole process ever took.
const [, , folder = "", rowCount = ""] = process.argv;
const rows = Number(rowCount);
const { client, backend } = openTestBackend(folder);
await client.projects.create({ name: "Flat", taskType: "classify" });

const file = join(folder, "rows.csv");
const out = openSync(file, "w");
writeSync(out, "text,label,customer,note\n");
const words = "some words of a customer who wants to know where the parcel is ".repeat(4);
for (let row = 0; row < rows;) {
  let chunk = "";
  for (const end = Math.min(rows, row + 5000); row < end; row += 1)
    chunk +=
      row % 7 === 0
        ? `"${row} ${words}\nsecond line",label ${row % 50},customer ${row % 999},note ${row}\n`
        : `${row} ${words},label ${row % 50},customer ${row % 999},note ${row}\n`;
  writeSync(out, chunk);
}
closeSync(out);

const { fileId } = backend.grants.add(file, "read");
const { jobId } = await client.imports.start({ fileId });
let asked = 0;
let batches = 0;
let seen = 0;
for (;;) {
  const { state, progress } = await client.jobs.get({ jobId });
  if (progress.phase === "writing" && progress.done !== seen) {
    seen = progress.done;
    batches += 1;
  }
  if (state !== "queued" && state !== "running") break;
  // What the desk asks for, and the rail.
  await client.annotations.queue({ queue: "unlabelled", limit: 20 });
  await client.history.state();
  asked += 2;
  await setImmediate();
}
const { total } = await client.examples.list({ limit: 1 });
await backend.close();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ total, asked, batches, peakMegabytes }));
