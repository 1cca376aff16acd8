import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { checkIntegrity } from "#backend/db/integrity.ts";
import { schemaVersion } from "#backend/db/migrate.ts";
import { migrations } from "#backend/db/migrations/index.ts";
import { openForReading } from "#backend/db/open.ts";
import { playBackJournal } from "#backend/db/play-back-journal.ts";
import { countRows, inspectProject, listFiles, openProjectAt } from "../project.ts";
import { defineScenario, type Finding, finding } from "../scenario.ts";

const FIXTURE = resolve(
  import.meta.dirname,
  "../../../electron/backend/db/fixtures/v1-classify.tacit.gz",
);
const NEWEST = migrations.at(-1)?.version ?? 0;
/** How many examples the released file is grown to, so that a migration takes long enough to be hit. */
const EXAMPLES = 2000;
/** Copies that one process migrates, one after the other, until it is killed. */
const COPIES = 3;

interface Task {
  paths: string[];
  counts: Counts;
}
type Counts = Record<(typeof COUNTED)[number], number>;
const COUNTED = ["example", "annotation", "label", "source_import", "version_example"] as const;

const backupsOf = (path: string) => join(dirname(path), "app", "backups");

function countAll(path: string): Counts {
  const db = openForReading(path);
  try {
    const counts = COUNTED.map((table) => [table, countRows(db, table)] as const);
    return Object.fromEntries(counts) as Counts;
  } finally {
    db.close();
  }
}

/** A file of the first release, with copies of its own examples added. */
function growFixture(path: string): void {
  writeFileSync(path, gunzipSync(readFileSync(FIXTURE)));
  const db = new Database(path);
  db.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < @copies)
     insert into example (public_id, import_id, line_number, input, input_hash, group_key, split, fields)
     select substr(e.public_id, 1, 8) || lower(hex(randomblob(14))), e.import_id, e.line_number, e.input,
       e.input_hash, e.group_key, e.split, e.fields
     from n, (select * from example limit 50) e`,
  ).run({ copies: EXAMPLES / 50 });
  db.close();
}

/** Sound, and either as it was or wholly in the newest schema; a backup under its name is whole. */
function inspectFiles(path: string, counts: Counts): Finding[] {
  const findings: Finding[] = [];
  const files = listFiles(backupsOf(path));
  for (const file of [path, ...files.filter((name) => name.endsWith(".tacit"))]) {
    const db = openForReading(file);
    const version = schemaVersion(db);
    const problems = checkIntegrity(db);
    db.close();
    if (file !== path && version !== 1)
      findings.push(finding("halfFile", `${file} is of version ${version}`));
    if (version !== 1 && version !== NEWEST)
      findings.push(finding("wrongState", `${file} is of version ${version}`));
    if (problems.length > 0)
      findings.push(finding("unsoundFile", `${file}: ${problems[0]?.detail}`));
    const found = JSON.stringify(countAll(file));
    if (found !== JSON.stringify(counts)) findings.push(finding("wrongState", `${file}: ${found}`));
  }
  return findings;
}

/** A project of the first release that is being brought to today's schema. */
export function killMigrations() {
  let base = "";
  let counts: Counts;
  return defineScenario<Task>({
    prepare(folder) {
      mkdirSync(folder, { recursive: true });
      base = join(folder, "base.tacit");
      growFixture(base);
      counts = countAll(base);
      return Promise.resolve();
    },
    layOut(folder) {
      const paths = Array.from({ length: COPIES }, (_, number) => {
        const own = join(folder, String(number));
        mkdirSync(own, { recursive: true });
        const path = join(own, "Old.tacit");
        copyFileSync(base, path);
        return path;
      });
      return { paths, counts };
    },
    async act({ paths }, say) {
      for (const [number, path] of paths.entries()) {
        say(`open ${number}`);
        const { backend } = await openProjectAt(path);
        say(`close ${number}`);
        await backend.close();
        say(`closed ${number}`);
      }
    },
    async inspect(task, said) {
      const begun = said.filter((line) => line.startsWith("open ")).length;
      const path = task.paths[Math.max(0, begun - 1)] ?? "";
      // Only a writer may play a journal back; the product does the same before it looks.
      playBackJournal(path);
      const findings = inspectFiles(path, task.counts);
      // Opening what was interrupted finishes the migration.
      findings.push(...(await inspectProject(path, () => Promise.resolve([]))));
      findings.push(...inspectFiles(path, task.counts));
      if (!listFiles(backupsOf(path)).some((file) => file.endsWith(".tacit")))
        findings.push(finding("halfFile", "migrated without a backup"));
      return findings;
    },
  });
}
