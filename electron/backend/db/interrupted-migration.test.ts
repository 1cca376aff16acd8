import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { backupBeside, backUpBeside } from "../testing/back-up-beside.ts";
import { layOut, RELEASED } from "../testing/released/lay-out.ts";
import { digestProject } from "../testing/released/project-digest.ts";
import { migrate, type Migration } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { closeToOneFile, openForReading, openForWriting } from "./open.ts";

const SCRIPT = resolve(import.meta.dirname, "../testing/migrate-until-killed.ts");
const NEWEST = migrations.at(-1)?.version ?? 0;
/** A step to come, so that there is one to interrupt for every released schema. */
const NEXT: Migration = {
  version: NEWEST + 1,
  name: "next",
  sql: `alter table example add column colour text;
    update project set name = 'half';
    create table extra (id integer primary key, body text) strict;
    delete from undo_step;`,
};

/** The statements of a step; one ends at a line that ends in ";", a trigger at its "end;". */
function statementsOf({ sql }: Migration): string[] {
  const statements: string[] = [];
  let open = "";
  for (const line of sql.split("\n")) {
    open += `${line}\n`;
    const isTrigger = /^\s*create\s+(temp\s+)?trigger/im.test(open);
    if (isTrigger ? /\bend;\s*$/i.test(line) : /;\s*(--.*)?$/.test(line)) {
      statements.push(open);
      open = "";
    }
  }
  if (open.trim() !== "") statements.push(open);
  return statements;
}

/** Everything in a file but the pages it lies on. */
function contentOf(path: string): unknown {
  const db = openForReading(path);
  try {
    const schema = db
      .prepare("select type, name, sql from sqlite_schema order by type, name")
      .all();
    const tables = db
      .prepare<[], string>(
        "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name",
      )
      .pluck()
      .all();
    const rows = tables.map((table) => db.prepare(`select * from "${table}"`).all());
    return JSON.stringify([db.pragma("user_version"), schema, rows]);
  } finally {
    db.close();
  }
}

test.each(RELEASED)(
  "a migration of %s that fails at any statement of any step changes nothing, and its backup is there",
  (name) => {
    const { path, version } = layOut(name);
    const before = contentOf(path);
    // The first hundred bytes count how often the file was opened for writing.
    const bytes = readFileSync(path).subarray(100);
    const pending = [...migrations.filter((step) => step.version > version), NEXT];
    for (const [index, step] of pending.entries()) {
      const statements = statementsOf(step);
      for (let done = 0; done <= statements.length; done += 1) {
        const sql = `${statements.slice(0, done).join("")}; insert into nowhere values (1);`;
        const steps = [
          ...migrations.filter((each) => each.version <= version),
          ...pending.slice(0, index),
          { ...step, sql },
        ];
        const db = openForWriting(path);
        expect(
          () => migrate(db, path, backUpBeside(path), steps),
          `${step.name}, statement ${done}`,
        ).toThrow(/nowhere/);
        closeToOneFile(db);
        expect(contentOf(path) === before, `${step.name}, statement ${done}`).toBe(true);
        expect(readFileSync(path).subarray(100).equals(bytes)).toBe(true);
      }
    }
    expect(contentOf(backupBeside(path))).toBe(before);
  },
);

test("kill -9 in the middle of a migration leaves the project as it was, with its backup", async () => {
  for (const afterMs of [0, 40, 150, 400]) {
    const { client, backend, path, fileId, record } = layOut("v1-classify");
    const child = spawn(process.execPath, [SCRIPT, path], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    // From the moment of its backup on, the steps are under way.
    while (!existsSync(backupBeside(path))) await setTimeout(1);
    await setTimeout(afterMs);
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    expect((await ended)[1]).toBe("SIGKILL");
    const copy = openForReading(backupBeside(path));
    expect(copy.pragma("user_version", { simple: true })).toBe(1);
    copy.close();
    await client.projects.open({ fileId });
    expect(await digestProject(client)).toEqual(record.asLeft);
    expect(await client.projects.verify()).toMatchObject({ ok: true });
    await backend.close();
    expect(readFileSync(path).subarray(0, 15).toString()).toBe("SQLite format 3");
  }
});
