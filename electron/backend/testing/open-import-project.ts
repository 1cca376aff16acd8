import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ColumnMapping, ReadAs, StartImport } from "#shared/features/imports/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { openTestBackend } from "./test-backend.ts";

/** A project that brings in files made by the test. */
export async function openImportProject(taskType: TaskType = "classify") {
  const opened = openTestBackend(undefined, { logError: () => "test" });
  const { client, backend } = opened;
  await client.projects.create({ name: "Imports", taskType });
  const folder = mkdtempSync(join(tmpdir(), "tacit-import-"));
  const grantPath = (path: string) => backend.grants.add(path, "read").fileId;
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return {
    ...opened,
    files: folder,
    put,
    grantPath,
    grant: (name: string, content: string | Uint8Array) => grantPath(put(name, content)),
    /** The code with which a look into the file is refused; "accepted" when it is not. */
    refusal: (fileId: string, readAs: Partial<ReadAs> = {}) =>
      client.imports
        .inspect({ fileId, readAs })
        .then(() => "accepted")
        .catch((error: { data?: { code: string } }) => error.data?.code ?? "unexplained"),
    run: async (fileId: string, options: Partial<StartImport> = {}) => {
      const { jobId, importId } = await client.imports.start({ fileId, ...options });
      const job = await backend.session().jobs.settled(jobId);
      const record = (await client.imports.list()).find((each) => each.importId === importId);
      // A failed import was taken back, with its list of rejected rows.
      const rejects = record ? (await client.imports.listRejects({ importId })).rows : [];
      const { rows } = await client.examples.list({ limit: 500 });
      return { job, record, rejects, rows };
    },
  };
}

export const mapped = (roles: Record<string, ColumnMapping["role"]>): ColumnMapping[] =>
  Object.entries(roles).map(([column, role]) => ({ column, role }));
