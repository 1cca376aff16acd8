import { writeSync } from "node:fs";
import { openTestBackend } from "./test-backend.ts";

// Opens the newest project of a folder, takes its newest import back and prints a line for every change of
// the job. The test that starts it kills it in the middle.
const [, , folder] = process.argv;
const { client } = openTestBackend(folder);
const [recent] = await client.projects.listRecent();
await client.projects.open({ recentId: recent?.recentId ?? "" });
const [newest] = await client.imports.list();
const taking = client.imports.takeBack({ importId: newest?.importId ?? "" });
const [job] = await client.jobs.list({ active: true });
for await (const { state, progress } of await client.jobs.watch({ jobId: job?.jobId ?? "" }))
  writeSync(1, `${state} ${progress.phase} ${progress.done}\n`);
await taking;
