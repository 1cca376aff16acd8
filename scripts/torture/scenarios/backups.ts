import { join } from "node:path";
import { checkIntegrity } from "#backend/db/integrity.ts";
import { openForReading } from "#backend/db/open.ts";
import { createBackupStore } from "#backend/features/backups/store.ts";
import {
  copyInto,
  countRows,
  inspectProject,
  listFiles,
  type Opened,
  openProjectAt,
} from "../project.ts";
import { defineScenario, type Finding, finding, pick } from "../scenario.ts";
import { createLedger, giveAnswers, makeOpenProject } from "./answers.ts";

interface Task {
  path: string;
  seed: number;
}
const EXAMPLES = 400;
const ANSWERS_BETWEEN = 5;
const MOST_BACKUPS = 5;

/** Whatever is offered as a backup can be opened, is sound, and the newest that was reported is among them. */
async function inspectBackups(
  { client, folder }: Opened,
  said: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { backups } = await client.backups.list({});
  const id = (await client.projects.current())?.id ?? "";
  const store = createBackupStore(join(folder, "app", "backups"));
  for (const stored of store.list(id))
    if (stored.state === "good" && !(await store.verify(stored)))
      findings.push(finding("unsoundFile", `${stored.path} is offered, but not good`));
  for (const file of listFiles(join(folder, "app", "backups"))) {
    if (!file.endsWith(".tacit")) continue;
    const db = openForReading(file);
    try {
      const [problem] = checkIntegrity(db);
      if (problem) findings.push(finding("unsoundFile", `${file}: ${problem.detail}`));
      if (countRows(db, "example") !== EXAMPLES)
        findings.push(finding("halfFile", `${file} lacks examples`));
    } finally {
      db.close();
    }
  }
  const reported = said.findLast((line) => line.startsWith("backedUp "))?.split(" ")[1];
  if (reported !== undefined && !backups.some(({ backupId }) => backupId === reported))
    findings.push(finding("lostAnswer", `backup ${reported} was reported and is gone`));
  return findings;
}

/** Backups while answers are given; each try begins with a fresh project. */
export function killBackups() {
  let base = "";
  return defineScenario<Task>({
    async prepare(folder) {
      await makeOpenProject(folder, EXAMPLES);
      base = join(folder, "projects", "Base.tacit");
    },
    layOut: (folder, random) => ({ path: copyInto(folder, base), seed: pick(random, 2 ** 31) }),
    async act({ path, seed }, say) {
      const opened = await openProjectAt(path);
      for (let number = 0; number < MOST_BACKUPS; number += 1) {
        say("backingUp");
        const making = opened.client.backups.make();
        await giveAnswers(opened, { seed: seed + number, answers: ANSWERS_BETWEEN }, say);
        say(`backedUp ${(await making).backupId}`);
      }
      await opened.backend.close();
    },
    inspect({ path }, said) {
      const ledger = createLedger();
      return inspectProject(path, async (opened) => [
        ...(await ledger.settle(opened, said)),
        ...(await inspectBackups(opened, said)),
      ]);
    },
  });
}
