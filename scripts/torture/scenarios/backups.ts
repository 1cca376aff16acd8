import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { backUp } from "#backend/db/backup.ts";
import { checkIntegrity } from "#backend/db/integrity.ts";
import { openForReading } from "#backend/db/open.ts";
import { copyInto, countRows, inspectProject, listFiles, openProjectAt } from "../project.ts";
import { defineScenario, type Finding, finding, pick } from "../scenario.ts";
import { createLedger, giveAnswers, makeOpenProject } from "./answers.ts";

interface Task {
  path: string;
  seed: number;
}
const EXAMPLES = 400;
const ANSWERS_BETWEEN = 5;
const MOST_BACKUPS = 15;

const backupsOf = (path: string) => join(dirname(path), "backups");

/** Whatever carries a backup's final name can be opened, is sound, and holds what was there by then. */
function inspectBackups(path: string, said: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const answersAt = new Map(
    said
      .map((line) => line.split(" "))
      .filter(([word]) => word === "backingUp")
      .map(([, name = "", answers]) => [name, Number(answers)] as const),
  );
  for (const file of listFiles(backupsOf(path))) {
    if (!file.endsWith(".tacit")) continue;
    const db = openForReading(file);
    try {
      const problems = checkIntegrity(db);
      if (problems.length > 0)
        findings.push(finding("unsoundFile", `${file}: ${problems[0]?.detail}`));
      const found = [countRows(db, "example"), countRows(db, "annotation")];
      const wanted = [EXAMPLES, answersAt.get(file.split("/").at(-1) ?? "")];
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        findings.push(finding("halfFile", `${file}: ${found.join()}, not ${wanted.join()}`));
    } finally {
      db.close();
    }
  }
  const done = said.filter((line) => line.startsWith("backedUp "));
  for (const line of done)
    if (!existsSync(join(backupsOf(path), line.split(" ")[1] ?? "")))
      findings.push(finding("lostAnswer", `a backup that was reported is gone: ${line}`));
  return findings;
}

/** Backups between answers; each try begins with a fresh project. */
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
      mkdirSync(backupsOf(path), { recursive: true });
      for (let number = 0; number < MOST_BACKUPS; number += 1) {
        await giveAnswers(opened, { seed: seed + number, answers: ANSWERS_BETWEEN }, say);
        const name = `backup-${number}.tacit`;
        say(`backingUp ${name} ${(number + 1) * ANSWERS_BETWEEN}`);
        backUp(opened.backend.session().db, join(backupsOf(path), name));
        say(`backedUp ${name}`);
      }
      await opened.backend.close();
    },
    async inspect({ path }, said) {
      const findings = inspectBackups(path, said);
      const ledger = createLedger();
      findings.push(...(await inspectProject(path, (opened) => ledger.settle(opened, said))));
      return findings;
    },
  });
}
