import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { formatsFor } from "#shared/features/handoffs/formats.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { copyInto, inspectProject, listFiles, openProjectAt } from "../project.ts";
import { defineScenario, type Finding, finding } from "../scenario.ts";

interface Task {
  path: string;
  rejectCsv: string;
}
const ROWS = 3000;
const REJECTS = 2000;
const ROUNDS = 1;

const Manifest = z.object({
  files: z.array(z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })),
});
const handoffsOf = (path: string) => join(dirname(path), "projects", "Hand-offs");

/** A folder with a hand-off's name holds every file of its manifest, byte for byte. */
function inspectHandoffs(path: string): Finding[] {
  const parent = handoffsOf(path);
  if (!existsSync(parent)) return [];
  const findings: Finding[] = [];
  for (const name of readdirSync(parent)) {
    if (name.startsWith(".")) continue;
    const manifestPath = join(parent, name, "manifest.json");
    if (!existsSync(manifestPath)) {
      findings.push(finding("halfFile", `${name} has no manifest`));
      continue;
    }
    for (const { file, sha256 } of Manifest.parse(JSON.parse(readFileSync(manifestPath, "utf8")))
      .files) {
      const content = existsSync(join(parent, name, file))
        ? readFileSync(join(parent, name, file))
        : Buffer.alloc(0);
      if (createHash("sha256").update(content).digest("hex") !== sha256)
        findings.push(finding("halfFile", `${name}/${file} differs from its manifest`));
    }
  }
  return findings;
}

function inspectRejectLists({ path, rejectCsv }: Task): Finding[] {
  return listFiles(join(dirname(path), "app"))
    .filter((file) => file.endsWith("-rejects.csv"))
    .filter((file) => readFileSync(file, "utf8") !== rejectCsv)
    .map((file) => finding("halfFile", `${file} is not the whole reject list`));
}

/** Hand-offs in every format, and reject lists in between. */
export function killHandoffs() {
  let base = "";
  let rejectCsv = "";
  return defineScenario<Task>({
    acknowledges: "written",
    async prepare(folder) {
      const { client, backend, projectsDir } = openTestBackend(folder);
      await client.projects.create({ name: "Base", taskType: "classify" });
      const file = join(folder, "rows.csv");
      const rows = Array.from({ length: ROWS }, (_, n) => `text ${n} of many words,label ${n % 5}`);
      const bad = Array.from({ length: REJECTS }, (_, n) => `${n},one,too many`);
      writeFileSync(file, `text,label\n${rows.join("\n")}\n${bad.join("\n")}\n`);
      const { fileId } = backend.grants.add(file, "read");
      const { jobId, importId } = await client.imports.start({ fileId });
      await backend.session().jobs.settled(jobId);
      await client.versions.freeze({});
      rejectCsv = `\uFEFF${backend.session().imports.rejectCsv(importId)}`;
      await backend.close();
      base = join(projectsDir, "Base.tacit");
    },
    layOut(folder) {
      mkdirSync(folder, { recursive: true });
      return { path: copyInto(folder, base), rejectCsv };
    },
    async act({ path }, say) {
      const { client, backend } = await openProjectAt(path);
      const [version] = await client.versions.list();
      const [source] = await client.imports.list();
      for (let round = 0; round < ROUNDS; round += 1)
        for (const format of formatsFor(version?.taskType ?? "classify")) {
          say(`writing ${format}`);
          await client.handoffs.create({ versionId: version?.versionId ?? "", format });
          say(`written ${format}`);
          await client.imports.saveRejects({ importId: source?.importId ?? "" });
        }
      await backend.close();
    },
    async inspect(task) {
      return [
        ...inspectHandoffs(task.path),
        ...inspectRejectLists(task),
        ...(await inspectProject(task.path, () => Promise.resolve([]))),
      ];
    },
  });
}
