import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { openTestBackend } from "../testing/test-backend.ts";
import { newId } from "../ids.ts";

async function openProject() {
  const errors: unknown[] = [];
  const opened = openTestBackend(undefined, { logError: (error) => `${errors.push(error)}` });
  await opened.client.projects.create({ name: "Jobs", taskType: "classify" });
  return { ...opened, errors };
}

test("a job whose outcome cannot be written still ends, and the project still closes", async () => {
  const { client, backend, errors } = await openProject();
  const { db, jobs } = backend.session();
  const jobId = jobs.start({
    kind: "import",
    run: async () => {
      await setImmediate();
      db.exec(`create temp trigger no_space before update on main.job
               begin select raise(abort, 'no space'); end`);
    },
  });
  const seen: string[] = [];
  for await (const { state } of await client.jobs.watch({ jobId })) seen.push(state);
  expect(seen.at(-1)).toBe("done");
  expect(errors).toHaveLength(1);
  expect(await client.jobs.list({ active: true })).toEqual([]);
  await expect(client.jobs.cancel({ jobId })).rejects.toMatchObject({
    data: { code: "jobNotRunning" },
  });
  await client.projects.close();
  expect(db.open).toBe(false);
  await backend.close();
});

test("a job that cannot even be marked as running fails instead of ending the process", async () => {
  const { client, backend } = await openProject();
  const { db, jobs } = backend.session();
  db.exec(`create temp trigger no_space before update on main.job
           begin select raise(abort, 'no space'); end`);
  let hasRun = false;
  const jobId = jobs.start({
    kind: "import",
    run: async () => {
      hasRun = true;
    },
  });
  expect((await jobs.settled(jobId)).state).toBe("failed");
  expect(hasRun).toBe(false);
  await client.projects.close();
  await backend.close();
});

test("a crash between an import and its job's last word does not call the import interrupted", async () => {
  const { client, backend } = await openProject();
  const { db, path } = backend.session();
  const [whole, half] = [newId(), newId()];
  for (const [importId, state] of [
    [whole, "done"],
    [half, "running"],
  ] as const) {
    db.prepare(
      `insert into source_import (public_id, file_name, sha256, bytes, read_as, mapping, state, started_at_ms)
       values (?, 'a.csv', '', 0, '{"format":"csv"}', '{}', ?, 0)`,
    ).run(importId, state);
    db.prepare(
      `insert into job (public_id, kind, state, progress, subject_id, created_at_ms)
       values (?, 'import', 'running', '{"phase":"writing","done":1}', ?, 0)`,
    ).run(newId(), importId);
  }
  await client.projects.close();
  await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  const jobs = await client.jobs.list({ active: false });
  const stateOf = (importId: string) => jobs.find((job) => job.subjectId === importId)?.state;
  expect([stateOf(whole), stateOf(half)]).toEqual(["done", "interrupted"]);
  await backend.close();
});
