import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createProjectFile } from "#backend/features/projects/create-project-file.ts";
import { inspectProject, listFiles, openProjectAt } from "../project.ts";
import { defineScenario, type Finding, finding } from "../scenario.ts";

interface Task {
  folder: string;
}
const PROJECTS = 4;

/** New projects, one after the other: a file under a project's name is a project. */
export function killCreating() {
  return defineScenario<Task>({
    acknowledges: "created",
    prepare: () => Promise.resolve(),
    layOut(folder) {
      mkdirSync(folder, { recursive: true });
      return { folder };
    },
    async act({ folder }, say) {
      for (let number = 0; number < PROJECTS; number += 1) {
        const path = join(folder, `New ${number}.tacit`);
        say(`creating ${path}`);
        createProjectFile(path, { name: `New ${number}`, taskType: "classify" });
        say(`created ${path}`);
        const { backend } = await openProjectAt(path);
        await backend.close();
      }
    },
    async inspect({ folder }, said) {
      const findings: Finding[] = [];
      const files = listFiles(folder).filter((file) => file.endsWith(".tacit"));
      for (const file of files)
        findings.push(...(await inspectProject(file, () => Promise.resolve([]))));
      for (const line of said)
        if (line.startsWith("created ") && !existsSync(line.slice("created ".length)))
          findings.push(finding("lostAnswer", line));
      return findings;
    },
  });
}
