import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { copyInto, countRows, inspectProject, type Opened, openProjectAt } from "../project.ts";
import { defineScenario, type Finding, finding } from "../scenario.ts";

interface Task {
  path: string;
  file: string;
  rows: number;
  rejects: number;
}
const LABELS = 30;
/** Every so many rows one has a cell too many. */
const REJECT_EVERY = 100;

function writeRows(file: string, rows: number, words: number): number {
  let rejects = 0;
  const text = "some words ".repeat(words);
  const lines = ["text,label"];
  for (let row = 0; row < rows; row += 1) {
    const isRejected = row % REJECT_EVERY === 7;
    if (isRejected) rejects += 1;
    lines.push(isRejected ? `${row},one,too many` : `${row} ${text},label ${row % LABELS}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  return rejects;
}

async function bring({ client, backend }: Opened, file: string, say?: (line: string) => void) {
  const { fileId } = backend.grants.add(file, "read");
  const { jobId } = await client.imports.start({ fileId });
  let last = "";
  for await (const { state, progress } of await client.jobs.watch({ jobId })) {
    say?.(`${state} ${progress.phase} ${progress.done}`);
    last = state;
  }
  return last;
}

/** All of an import or nothing: rows, answers, labels, reject list, the index over labels. */
async function inspectImport(
  { client, backend }: Opened,
  { rows, rejects }: Task,
  said: readonly string[],
): Promise<Finding[]> {
  const { db } = backend.session();
  const imports = await client.imports.list();
  const isThere = imports.length === 2;
  const kept = isThere ? rows - rejects : 0;
  const labels = (await client.definitions.get()).labels.length;
  const rejectLists = await Promise.all(
    imports.map(({ importId }) => client.imports.listRejects({ importId, limit: 1 })),
  );
  const [newest] = imports;
  const wanted = {
    examples: 2 + kept,
    texts: 2 + kept,
    annotations: 1 + kept,
    labels: 1 + (isThere ? LABELS : 0),
    rejects: 1 + (isThere ? rejects : 0),
    rejectedRows: 1 + (isThere ? rejects : 0),
    read: isThere ? rows : 3,
    labelIndex: 1,
    running: 0,
  };
  const found = {
    examples: countRows(db, "example"),
    texts: countRows(db, "example_text"),
    annotations: countRows(db, "annotation"),
    labels,
    rejects: rejectLists.reduce((sum, { total }) => sum + total, 0),
    rejectedRows: countRows(db, "rejected_row"),
    read: newest?.rowsRead,
    labelIndex: countRows(db, "sqlite_schema where name = 'example_label'"),
    running: (await client.jobs.list({ active: true })).length,
  };
  const findings: Finding[] = [];
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    findings.push(finding("halfImport", `${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`));
  if (said.includes("finished") && !isThere)
    findings.push(finding("lostAnswer", "an import that was reported as done is gone"));
  return findings;
}

function killImporting(rows: number, words: number) {
  let base = "";
  let file = "";
  let rejects = 0;
  return defineScenario<Task>({
    async prepare(folder) {
      const opened = openTestBackend(folder);
      await opened.client.projects.create({ name: "Base", taskType: "classify" });
      const small = join(folder, "small.csv");
      writeFileSync(small, "text,label\nkept,a\nalso kept,\none,cell,too many\n");
      await bring(opened, small);
      await opened.backend.close();
      base = join(folder, "projects", "Base.tacit");
      file = join(folder, "big.csv");
      rejects = writeRows(file, rows, words);
    },
    layOut: (folder) => ({ path: copyInto(folder, base), file, rows, rejects }),
    async act(task, say) {
      const opened = await openProjectAt(task.path);
      if ((await bring(opened, task.file, say)) === "done") say("finished");
      await opened.backend.close();
    },
    inspect: (task, said) =>
      inspectProject(task.path, (opened) => inspectImport(opened, task, said)),
  });
}

/** A small file: several batches, and the labels it brings. */
export const killImports = () => killImporting(9_000, 1);
/** A file large enough that the index over labels is put away while it comes in. */
export const killLargeImports = () => killImporting(14_000, 110);
