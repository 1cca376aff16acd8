import { writeSync } from "node:fs";
import { Again } from "#shared/features/imports/contract.ts";
import { openTestBackend } from "./test-backend.ts";

// Opens the newest project of a folder, imports a file into it (again as said last) and prints a line for every change of the
// job. The test that starts it kills it in the middle.
const [, , folder, file = "", again] = process.argv;
const { client, backend } = openTestBackend(folder);
const [recent] = await client.projects.listRecent();
await client.projects.open({ recentId: recent?.recentId ?? "" });
const { fileId } = backend.grants.add(file, "read");
const { jobId } = await client.imports.start({
  fileId,
  ...(again === undefined ? {} : { again: Again.parse(again) }),
});
for await (const { state, progress } of await client.jobs.watch({ jobId }))
  writeSync(1, `${state} ${progress.phase} ${progress.done}\n`);
