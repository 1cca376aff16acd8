import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ORPCError } from "@orpc/client";
import { backUp } from "../db/backup.ts";
import { checkIntegrity } from "../db/integrity.ts";
import { asAppError, openForReading } from "../db/open.ts";
import { seedExamples } from "./seed-examples.ts";
import { fillDisk } from "./small-disk.ts";
import { openTestBackend } from "./test-backend.ts";

// Runs with a small disk as its working folder: fills it, acts, looks, frees it, acts again. What was seen
// is printed as one line of JSON.

const IMPORTED = 40_000;
const BALLAST = join(process.cwd(), "ballast");
const projectPath = join(process.cwd(), "projects", "Full.tacit");
const fill = (leaveBytes = 0) => fillDisk(BALLAST, leaveBytes);
const free = () => rmSync(BALLAST, { force: true });

/** The code and parameters of what an act fails with; null when it succeeds. */
async function failureOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof ORPCError) return error.data;
    const known = asAppError(error, "") as { code?: string; params?: object };
    return { code: known.code ?? String(error), params: known.params ?? {} };
  }
}

async function makeProject(examples: number) {
  const opened = openTestBackend(process.cwd(), {
    logError: (error) => (console.error(error), "test"),
  });
  await opened.client.projects.create({ name: "Full", taskType: "classify" });
  await opened.client.definitions.addLabel({ name: "A" });
  const { db } = opened.backend.session();
  const text = "some words ".repeat(20);
  seedExamples(
    db,
    Array.from({ length: examples }, (_, n) => ({ input: `${n} ${text}` })),
  );
  db.exec("delete from undo_step");
  const { labels } = await opened.client.definitions.get();
  const { rows } = await opened.client.examples.list({ limit: 500 });
  return {
    ...opened,
    exampleIds: rows.map(({ exampleId }) => exampleId),
    value: { kind: "classify" as const, labelId: labels[0]?.labelId ?? "" },
  };
}
type Made = Awaited<ReturnType<typeof makeProject>>;

const countLabelled = async ({ client }: Pick<Made, "client">) =>
  (await client.examples.list({ filter: { status: "labelled" }, limit: 1 })).total;

/** Closes, opens anew and verifies; the files that are there after closing again. */
async function reopen({ client, backend }: Pick<Made, "client" | "backend">) {
  const closing = await failureOf(() => client.projects.close());
  const { fileId } = backend.grants.add(projectPath, "read");
  await client.projects.open({ fileId });
  const { ok, problems } = await client.projects.verify();
  return { closing, ok, problems };
}

const filesAfterClosing = async ({ client, projectsDir }: Made) => {
  await client.projects.close();
  return readdirSync(projectsDir).filter((name) => !name.startsWith(".tacit-backups"));
};

/** A file that brings rows and labels, and what a project holds of it. */
function importInto({ client, backend }: Made) {
  const file = join(process.cwd(), "rows.csv");
  const line = (_: unknown, n: number) => `${n} ${"words and words ".repeat(12)},label ${n % 9}`;
  const lines = Array.from({ length: IMPORTED }, line).join("\n");
  writeFileSync(file, `text,label\n${lines}\nbad,row,here\n`);
  return {
    bring: async (onceWriting = () => {}) => {
      const { fileId } = backend.grants.add(file, "read");
      const { jobId } = await client.imports.start({ fileId });
      let isWriting = false;
      for await (const { progress } of await client.jobs.watch({ jobId })) {
        if (progress.phase !== "writing" || isWriting) continue;
        isWriting = true;
        onceWriting();
      }
      return client.jobs.get({ jobId });
    },
    counts: () => {
      const { db } = backend.session();
      const count = (table: string) =>
        db.prepare<[], number>(`select count(*) from ${table}`).pluck().get();
      return ["example", "example_text", "annotation", "label", "rejected_row"].map(count);
    },
  };
}

const ACTS = {
  async answer() {
    const made = await makeProject(300);
    const { client, exampleIds, value } = made;
    fill();
    let given = 0;
    let failure: unknown = null;
    for (const exampleId of exampleIds) {
      failure = await failureOf(() => client.annotations.answer({ exampleId, value }));
      if (failure) break;
      given += 1;
    }
    const whileFull = await countLabelled(made);
    const counts = (await client.annotations.queue({ queue: "all", limit: 1 })).counts.labelled;
    free();
    const again = await failureOf(() =>
      client.annotations.answer({ exampleId: exampleIds[given] ?? "", value }),
    );
    const after = await reopen(made);
    const kept = await countLabelled(made);
    return {
      given,
      failure,
      whileFull,
      counts,
      again,
      after,
      kept,
      files: await filesAfterClosing(made),
    };
  },

  async importRefused() {
    const made = await makeProject(10);
    const { bring, counts } = importInto(made);
    fill(6_000_000);
    const { state, error } = await bring();
    const whileFull = counts();
    free();
    const { ok } = await reopen(made);
    return { state, error, whileFull, ok };
  },

  async importFilled() {
    const made = await makeProject(10);
    const { bring, counts } = importInto(made);
    // Something else takes what is left of the disk while rows come in.
    const { state, error } = await bring(() => fill());
    const whileFull = counts();
    free();
    const after = await reopen(made);
    const second = await bring();
    return {
      state,
      error,
      whileFull,
      after,
      second: second.state,
      counts: counts(),
      sound: await reopen(made),
      files: await filesAfterClosing(made),
    };
  },

  async undo() {
    const made = await makeProject(6000);
    const { client, backend } = made;
    const { db } = backend.session();
    const ids = db.prepare<[], string>("select public_id from example_text").pluck().all();
    const flagged = async () =>
      (await client.examples.list({ filter: { flagged: true }, limit: 1 })).total;
    await client.examples.setFlag({ exampleIds: ids, flagged: true });
    db.pragma("wal_checkpoint(TRUNCATE)");
    fill();
    const failure = await failureOf(() => client.history.undo());
    const whileFull = {
      flagged: await flagged(),
      undo: (await client.history.state()).undo?.action,
    };
    free();
    const again = await failureOf(() => client.history.undo());
    const undone = await flagged();
    const after = await reopen(made);
    return { failure, whileFull, again, undone, after, files: await filesAfterClosing(made) };
  },

  async backup() {
    const made = await makeProject(4000);
    const { db } = made.backend.session();
    const target = join(process.cwd(), "copies.tacit");
    fill(200_000);
    const failure = await failureOf(() => backUp(db, target));
    const left = readdirSync(process.cwd()).filter((name) => name.startsWith("copies"));
    free();
    const again = await failureOf(() => backUp(db, target));
    return { failure, left, again, isThere: existsSync(target), after: await reopen(made) };
  },

  async migration() {
    const opened = openTestBackend(process.cwd(), {
      logError: (error) => (console.error(error), "test"),
    });
    const { client, backend } = opened;
    const path = join(process.cwd(), "Old.tacit");
    const fixture = join(import.meta.dirname, "../db/fixtures/v1-classify.tacit.gz");
    writeFileSync(path, gunzipSync(readFileSync(fixture)));
    const count = () => {
      const db = openForReading(path);
      const counts = db
        .prepare("select (select count(*) from example), (select count(*) from annotation)")
        .raw()
        .get();
      const version = db.pragma("user_version", { simple: true });
      const problems = checkIntegrity(db);
      db.close();
      return JSON.stringify([version, counts, problems]);
    };
    const before = count();
    const open = () => client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
    const failures: unknown[] = [];
    for (const leaveBytes of [0, 40_000, 150_000, 400_000]) {
      fill(leaveBytes);
      failures.push(await failureOf(open));
      if (count() !== before) throw new Error(`changed with ${leaveBytes} bytes left: ${count()}`);
      free();
    }
    await open();
    const { ok } = await client.projects.verify();
    await client.projects.close();
    const files = readdirSync(process.cwd()).filter((name) => name.startsWith("Old"));
    return { failures, ok, files };
  },

  async export() {
    const made = await makeProject(3000);
    const { client, backend, exampleIds, value, projectsDir } = made;
    for (const exampleId of exampleIds.slice(0, 400))
      await client.annotations.answer({ exampleId, value });
    const { versionId } = await client.versions.freeze({});
    backend.session().db.pragma("wal_checkpoint(TRUNCATE)");
    const write = () => client.handoffs.create({ versionId, format: "jsonl" });
    const folder = join(projectsDir, "Hand-offs");
    fill(20_000);
    const failure = await failureOf(write);
    const left = existsSync(folder) ? readdirSync(folder) : [];
    free();
    const again = await failureOf(write);
    return { failure, left, again, folders: readdirSync(folder).length, after: await reopen(made) };
  },

  async creating() {
    const opened = openTestBackend(process.cwd(), {
      logError: (error) => (console.error(error), "test"),
    });
    fill();
    const make = () => opened.client.projects.create({ name: "New", taskType: "write" });
    const failure = await failureOf(make);
    const left = existsSync(opened.projectsDir) ? readdirSync(opened.projectsDir) : [];
    free();
    return { failure, left, again: await failureOf(make) };
  },

  async opening() {
    const made = await makeProject(50);
    await made.client.projects.close();
    fill();
    const open = () =>
      made.client.projects.open({ fileId: made.backend.grants.add(projectPath, "read").fileId });
    const failure = await failureOf(open);
    const left = readdirSync(made.projectsDir);
    free();
    return {
      failure,
      left,
      again: await failureOf(open),
      verify: (await made.client.projects.verify()).ok,
    };
  },
};

const name = process.argv[2] as keyof typeof ACTS;
console.log(JSON.stringify(await ACTS[name]()));
process.exit(0);
