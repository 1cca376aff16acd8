import { basename } from "node:path";
import { openTestBackend } from "#backend/testing/test-backend.ts";

// Imports one file into a new project below a folder, in a process of its own so that its memory can be
// measured, and prints what that took as JSON.
const [, , folder, file = ""] = process.argv;
const { client, backend, projectsDir } = openTestBackend(folder);
await client.projects.create({ name: "Million", taskType: "classify" });
const { fileId } = backend.grants.add(file, "read");
const startMs = performance.now();
const preview = await client.imports.inspect({ fileId });
const inspectedMs = performance.now();
const { jobId } = await client.imports.start({
  fileId,
  mapping: preview.columns.map(({ name, role }) => ({ column: name, role })),
});
const job = await backend.session().jobs.settled(jobId);
const importedMs = performance.now();
const [record] = await client.imports.list();
if (job.state !== "done") throw new Error(`the import of ${basename(file)} ended as ${job.state}`);
await backend.close();
console.log(
  JSON.stringify({
    inspectSeconds: (inspectedMs - startMs) / 1000,
    importSeconds: (importedMs - inspectedMs) / 1000,
    closeSeconds: (performance.now() - importedMs) / 1000,
    rows: record?.imported,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    project: `${projectsDir}/Million.tacit`,
  }),
);
