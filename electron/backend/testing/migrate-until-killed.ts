import { writeSync } from "node:fs";
import { migrate } from "../db/migrate.ts";
import { migrations } from "../db/migrations/index.ts";
import { openForWriting } from "../db/open.ts";
import { backUpBeside } from "./back-up-beside.ts";

// Migrates a file by the real steps and one more that takes longer than the test that started it will
// wait: it prints a line just before, and is killed in the middle.
const [, , path = ""] = process.argv;
const newest = migrations.at(-1)?.version ?? 0;
const db = openForWriting(path);
writeSync(1, "migrating\n");
migrate(db, path, backUpBeside(path), [
  ...migrations,
  {
    version: newest + 1,
    name: "endless",
    sql: `update project set name = 'half'; delete from undo_step;
      create table filler as with recursive n(i) as (select 1 union all select i + 1 from n limit 200000000)
      select i, randomblob(200) as noise from n`,
  },
]);
