import { join } from "node:path";
import type { Backup } from "#shared/features/backups/contract.ts";
import { at } from "./open-seeded-project.ts";
import { seedExamples } from "./seed-examples.ts";
import { openTestBackend } from "./test-backend.ts";

export const ANSWER = { kind: "write", response: "yes" } as const;

/** A project for writing with three examples, the first one answered, and where its backups will lie. */
export async function openBackedUpProject(options: Parameters<typeof openTestBackend>[1] = {}) {
  const opened = openTestBackend(undefined, options);
  const { client, backend, folder } = opened;
  const { id } = await client.projects.create({ name: "Mine", taskType: "write" });
  const { db, path } = backend.session();
  const exampleIds = seedExamples(
    db,
    ["one", "two", "three"].map((input) => ({ input })),
  );
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value: ANSWER });
  const backupFolder = join(options.backupsDir ?? join(folder, "app", "backups"), id);
  return {
    ...opened,
    path,
    exampleIds,
    id,
    backupFolder,
    fileOf: ({ sequence }: Pick<Backup, "sequence">) =>
      join(backupFolder, `${String(sequence).padStart(6, "0")}.tacit`),
    list: async () => (await client.backups.list({})).backups,
    reopen: () => client.projects.open({ fileId: backend.grants.add(path, "read").fileId }),
    /** The project in the list of recent ones. */
    async recent() {
      const recent = (await client.projects.listRecent()).find(
        ({ fileName }) => fileName === "Mine.tacit",
      );
      return { recentId: recent?.recentId ?? "" };
    },
  };
}
export type BackedUpProject = Awaited<ReturnType<typeof openBackedUpProject>>;
