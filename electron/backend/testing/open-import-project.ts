import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type {
  ColumnMapping,
  ImportRecord,
  ReadAs,
  Review,
  StartImport,
} from "#shared/features/imports/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { openTestBackend } from "./test-backend.ts";

type Options = Partial<Omit<StartImport, "fileId">>;

/** A new project with short ways to bring in what a test makes and to look at what became of it. */
export async function openImportProject(taskType: TaskType = "classify") {
  const opened = openTestBackend(undefined, { logError: () => "test" });
  const { client, backend } = opened;
  await client.projects.create({ name: "Imports", taskType });
  const folder = mkdtempSync(join(tmpdir(), "tacit-import-"));
  const grantPath = (path: string) => backend.grants.add(path, "read").fileId;
  const put = (name: string, content: string | Uint8Array) => putFile(folder, name, content);
  const review = async (fileId: string, options: Options = {}): Promise<Review> => {
    for await (const news of await client.imports.review({ fileId, ...options }))
      if (news.kind === "review") return news.review;
    throw new Error("the stream ended without a review");
  };
  const bringIn = async (fileId: string, options: Options = {}): Promise<ImportRecord> => {
    const { jobId, importId } = await client.imports.start({ fileId, ...options });
    const { state, error } = await backend.session().jobs.settled(jobId);
    if (state !== "done") throw new Error(`the import ended ${state}: ${error?.code}`);
    const record = (await client.imports.list()).find((each) => each.importId === importId);
    if (!record) throw new Error("the import is not listed");
    return record;
  };
  /** Closes and opens the project, as a restart would. */
  const reopen = async () => {
    const { path } = backend.session();
    await client.projects.close();
    await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  };
  return {
    ...opened,
    review,
    bringIn,
    ...lookInto(client),
    reopen,
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

/** Short ways to look at examples by their texts, and to answer them. */
function lookInto(client: ReturnType<typeof openTestBackend>["client"]) {
  /** Every example as a person sees it: text, label, and who said so. */
  const shown = async () => {
    const { labels } = await client.definitions.get();
    const nameOf = new Map(labels.map(({ labelId, name }) => [labelId, name]));
    const { rows } = await client.examples.list({ limit: 500 });
    return rows.map(({ input, answer, answeredBy }) => [
      input,
      answer?.kind === "classify" ? nameOf.get(answer.labelId) : null,
      answeredBy,
    ]);
  };
  const idOf = async (input: string): Promise<string> => {
    const { rows } = await client.examples.list({ limit: 500 });
    const found = rows.find((row) => row.input === input);
    if (!found) throw new Error(`there is no example “${input}”`);
    return found.exampleId;
  };
  const label = async (input: string, name: string): Promise<void> => {
    const { labels } = await client.definitions.get();
    const labelId = labels.find((each) => each.name === name)?.labelId ?? "";
    await client.annotations.answer({
      exampleId: await idOf(input),
      value: { kind: "classify", labelId },
    });
  };
  return { shown, idOf, label };
}

function putFile(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

export const mapped = (roles: Record<string, ColumnMapping["role"]>): ColumnMapping[] =>
  Object.entries(roles).map(([column, role]) => ({ column, role }));
