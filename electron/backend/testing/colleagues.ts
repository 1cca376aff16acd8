import { join } from "node:path";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { LabelChoice } from "#shared/features/handouts/contract.ts";
import { openTestBackend, type TestBackend } from "./test-backend.ts";

/** Where a bundle that was made lies. */
export const pathOf = ({ folder, fileName }: { folder: string; fileName: string }): string =>
  join(folder, fileName);

/** Somebody with a computer of their own, and a name. */
export async function openColleague(name: string): Promise<TestBackend> {
  const opened = openTestBackend();
  await opened.client.handouts.addPerson({ name });
  return opened;
}

const granted = ({ backend }: TestBackend, path: string) => backend.grants.add(path, "read").fileId;

/** Opens a slice as a user would, who compared the numbers and confirmed the sender. */
export async function openSlice(colleague: TestBackend, path: string, passphrase?: string) {
  const { inspectionId } = await colleague.client.handouts.inspect({
    fileId: granted(colleague, path),
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  return colleague.client.handouts.openSlice({ inspectionId, trust: true });
}

/** Answers by the text of the example; texts that are not named stay open, null skips. */
export async function answerTexts(
  { client }: TestBackend,
  answers: Record<string, AnswerValue | null>,
): Promise<void> {
  const { rows } = await client.examples.list({ limit: 500 });
  for (const { exampleId, input } of rows) {
    const value = answers[input];
    if (value === undefined) continue;
    await (value === null
      ? client.annotations.skip({ exampleId })
      : client.annotations.answer({ exampleId, value, elapsedMs: 900 }));
  }
}

export const returnWork = async ({ client }: TestBackend): Promise<string> =>
  pathOf(await client.handouts.createReturn({}));

/** Merges a return as a user would, who confirmed the sender. */
export async function mergeReturn(owner: TestBackend, path: string, labels: LabelChoice[] = []) {
  const { inspectionId } = await owner.client.handouts.inspect({ fileId: granted(owner, path) });
  return owner.client.handouts.merge({ inspectionId, trust: true, labels });
}
