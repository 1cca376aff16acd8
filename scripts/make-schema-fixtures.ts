import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { migrations } from "../electron/backend/db/migrations/index.ts";
import { RELEASED_PROJECTS } from "../electron/backend/testing/released/fill-projects.ts";
import { recordProject } from "../electron/backend/testing/released/project-record.ts";
import { openTestBackend } from "../electron/backend/testing/test-backend.ts";
import { ROOT } from "./run.ts";

// Run once for each released schema, by the release that still writes it: the files then stay as they are.
const folder = join(ROOT, "electron/backend/db/fixtures");
mkdirSync(folder, { recursive: true });
for (const { name, taskType, fill } of RELEASED_PROJECTS) {
  const stem = join(folder, `v${migrations.at(-1)?.version}-${name}`);
  if (existsSync(`${stem}.json`)) {
    console.error(`${stem} is there already; a released schema's fixture never changes.`);
    process.exit(1);
  }
  const opened = openTestBackend();
  await opened.client.projects.create({ name, taskType });
  await fill(opened);
  const { path } = opened.backend.session();
  await opened.client.projects.close();
  const bytes = readFileSync(path);
  const { fileId } = opened.backend.grants.add(path, "read");
  await opened.client.projects.open({ fileId });
  const record = await recordProject(opened);
  const check = await opened.client.projects.verify();
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  await opened.backend.close();
  writeFileSync(`${stem}.tacit.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${stem}.json`, `${JSON.stringify(record, null, 2)}\n`);
  console.log(
    `${stem}: ${bytes.length} bytes`,
    record.asLeft.counts,
    record.steps,
    record.redoable,
  );
}
