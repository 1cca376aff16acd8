import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { asAnotherUser, mountReadOnly } from "../testing/make-read-only.ts";
import { currentBytes, layOut, releasedBytes } from "../testing/released/lay-out.ts";
import { digestProject } from "../testing/released/project-digest.ts";
import { openTestBackend } from "../testing/test-backend.ts";

type Opened = ReturnType<typeof openTestBackend>;
const CURRENT = await currentBytes("v1-classify");
const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** A project of a released schema in a folder of its own, and an application that lives elsewhere. */
function elsewhere(prepare: (path: string) => void = () => {}, bytes = CURRENT) {
  const laid = layOut("v1-classify", bytes);
  const folder = join(laid.folder, "stick");
  mkdirSync(folder);
  const path = join(folder, basename(laid.path));
  copyFileSync(laid.path, path);
  prepare(path);
  for (let above = laid.folder; above !== dirname(above); above = dirname(above))
    if (above.includes("tacit-")) chmodSync(above, 0o755);
  const { fileId } = laid.backend.grants.add(path, "read");
  return { ...laid, path, folder: laid.folder, stick: folder, fileId };
}

const PLACES = [
  ["a write-protected medium", ({ stick }: ReturnType<typeof elsewhere>) => mountReadOnly(stick)],
  [
    "a folder of another user",
    ({ stick, folder, projectsDir }: ReturnType<typeof elsewhere>) =>
      asAnotherUser(stick, [join(folder, "app"), join(folder, "app", "temp"), projectsDir, folder]),
  ],
] as const;

/** Every procedure that would change the project, with input that would be accepted. */
async function everyWrite({ client, backend, folder }: Opened) {
  const { rows } = await client.examples.list({ limit: 5 });
  const exampleId = rows[0]?.exampleId ?? "";
  const { labels } = await client.definitions.get();
  const labelId = labels[0]?.labelId ?? "";
  const [version] = await client.versions.list();
  const [training] = await client.training.list();
  const target = {
    versionId: version?.versionId ?? "",
    providerId: "instant" as const,
    baseModel: "instant-baseline",
  };
  const { consent } = await client.training.leaving(target);
  const { fileId } = backend.grants.add(join(folder, "rows.csv"), "read");
  return {
    rename: () => client.projects.rename({ name: "Other" }),
    describe: () => client.projects.describe({ description: "x", licence: "", attribution: "" }),
    import: () => client.imports.start({ fileId }),
    setTaskType: () => client.definitions.saveSystemPrompt({ text: "Other" }),
    saveGuideline: () => client.definitions.saveGuideline({ body: "Other" }),
    addLabel: () => client.definitions.addLabel({ name: "Other" }),
    updateLabel: () => client.definitions.updateLabel({ labelId, name: "Other" }),
    moveLabel: () => client.definitions.moveLabel({ labelId, toPosition: 2 }),
    removeLabel: () => client.definitions.removeLabel({ labelId, moveAnswersTo: null }),
    answer: () => client.annotations.answer({ exampleId, value: { kind: "classify", labelId } }),
    skip: () => client.annotations.skip({ exampleId }),
    clear: () => client.annotations.clear({ exampleId }),
    setFlag: () => client.examples.setFlag({ exampleIds: [exampleId], flagged: true }),
    remove: () => client.examples.remove({ exampleIds: [exampleId] }),
    undo: () => client.history.undo(),
    redo: () => client.history.redo(),
    check: () => client.checks.run(),
    freeze: () => client.versions.freeze({ seed: 99, keepGivenSplits: false }),
    train: () => client.training.start({ ...target, consent }),
    compare: () => client.comparisons.start({ trainingJobId: training?.jobId ?? "" }),
  };
}

async function expectViewOnly(opened: ReturnType<typeof elsewhere>, reason: string) {
  const { client, record, fileId, path } = opened;
  const before = hashOf(path);
  expect(await client.projects.open({ fileId })).toMatchObject({
    readOnly: true,
    readOnlyReason: reason,
  });
  const asLeft = await digestProject(client);
  expect(asLeft).toEqual(record.asLeft);
  const refusals: Record<string, unknown> = {};
  const writes = Object.entries(await everyWrite(opened));
  for (const [name, write] of writes)
    refusals[name] = await write().then(
      () => "done",
      (error: { data?: { code?: string } }) => error.data?.code,
    );
  expect(refusals).toEqual(Object.fromEntries(writes.map(([name]) => [name, "readOnly"])));
  expect(await digestProject(client)).toEqual(asLeft);
  const [version] = await client.versions.list();
  const made = await client.handoffs.create({
    versionId: version?.versionId ?? "",
    format: "jsonl",
  });
  expect(made.files.length).toBeGreaterThan(3);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  expect(hashOf(path)).toBe(before);
}

for (const [place, protect] of PLACES) {
  test(`a project in ${place} opens to be looked at, refuses every change plainly, and can be copied`, async (context) => {
    const opened = elsewhere();
    const { client, backend, stick, projectsDir } = opened;
    const protectedPlace = protect(opened);
    if (!protectedPlace) return context.skip("this computer does not allow it");
    await protectedPlace.during(async () => {
      await expectViewOnly(opened, "fileProtected");
      expect(readdirSync(stick)).toEqual(["Old.tacit"]);
      const copy = await client.projects.saveCopy({});
      expect(copy).toMatchObject({ readOnly: false, readOnlyReason: null, folder: projectsDir });
      await client.projects.rename({ name: "Mine now" });
      expect(await client.projects.verify()).toMatchObject({ ok: true });
      await backend.close();
    });
  });

  test(`a project of an older Tacit in ${place} is shown from a copy, and stays as it is`, async (context) => {
    const opened = elsewhere(() => {}, releasedBytes("v1-classify"));
    const protectedPlace = protect(opened);
    if (!protectedPlace) return context.skip("this computer does not allow it");
    await protectedPlace.during(async () => {
      await expectViewOnly(opened, "fileProtected");
      await opened.backend.close();
    });
    expect(readdirSync(opened.stick)).toEqual(["Old.tacit"]);
  });

  test(`answers that were still in the log are seen, too, where ${place} allows no reading beside it`, async (context) => {
    const opened = elsewhere((path) => {
      // What a crash leaves: the log beside the file, and no shared memory.
      const db = new Database(path);
      db.pragma("journal_mode = WAL");
      db.exec("update project set name = 'Only in the log'");
      copyFileSync(path, `${path}.kept`);
      copyFileSync(`${path}-wal`, `${path}-wal.kept`);
      db.close();
      copyFileSync(`${path}.kept`, path);
      copyFileSync(`${path}-wal.kept`, `${path}-wal`);
    });
    const { client, backend, fileId, path, folder } = opened;
    const protectedPlace = protect(opened);
    if (!protectedPlace) return context.skip("this computer does not allow it");
    await protectedPlace.during(async () => {
      const before = [hashOf(path), hashOf(`${path}-wal`)];
      expect(await client.projects.open({ fileId })).toMatchObject({
        name: "Only in the log",
        readOnlyReason: "fileProtected",
      });
      await client.projects.close();
      expect([hashOf(path), hashOf(`${path}-wal`)]).toEqual(before);
      const temp = join(folder, "app", "temp");
      const left = readdirSync(temp).flatMap((run) => readdirSync(join(temp, run)));
      expect(left.filter((name) => name.startsWith("copy-"))).toEqual([]);
      await backend.close();
    });
  });
}

test("a newer Tacit's project with all that this version reads is shown, and stays as it is to the byte", async () => {
  const opened = elsewhere((path) => {
    const db = new Database(path);
    db.exec(`alter table example add column mood text; create table mood (id integer primary key);
      create trigger newer after insert on mood begin delete from annotation; end;
      create view moods as select * from mood; pragma user_version = 999`);
    db.close();
  });
  await expectViewOnly(opened, "newerVersion");
  await opened.backend.close();
  expect(readdirSync(opened.stick)).toEqual(["Old.tacit"]);
});

test.each([
  ["lacks a table that this version reads", "drop table handoff"],
  ["lacks a column that this version reads", "alter table job drop column subject_id"],
  [
    "works a column out while it is read",
    "alter table label drop column description; alter table label add column description text as (upper(name))",
  ],
  [
    "has a view in the place of a table",
    "alter table handoff rename to other; create view handoff as select * from other",
  ],
])("a newer Tacit's project that %s is refused, untouched", async (_what, sql) => {
  const opened = elsewhere((path) => {
    const db = new Database(path);
    db.exec(`${sql}; pragma user_version = 999`);
    db.close();
  });
  const { client, backend, fileId, path } = opened;
  const before = hashOf(path);
  await expect(client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileTooNew" },
  });
  expect(hashOf(path)).toBe(before);
  expect(existsSync(`${path}-lock`)).toBe(false);
  await backend.close();
});
