import type { TaskType } from "#shared/features/projects/task-type.ts";
import { type Seed, seedExamples } from "./seed-examples.ts";
import { openTestBackend } from "./test-backend.ts";

/** A new project with labels and, if wanted, examples; `labelIds` and `exampleIds` are in order. */
export async function openSeededProject(
  taskType: TaskType,
  labels: readonly string[],
  seeds: (labelIds: string[]) => readonly Seed[] = () => [],
) {
  const opened = openTestBackend();
  const { client, backend } = opened;
  await client.projects.create({ name: "Test", taskType });
  for (const name of labels) await client.definitions.addLabel({ name });
  const labelIds = (await client.definitions.get()).labels.map(({ labelId }) => labelId);
  const exampleIds = seedExamples(backend.session().db, seeds(labelIds));
  return { ...opened, labelIds, exampleIds };
}

/** The element that a test knows to be there. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index);
  if (item === undefined) throw new Error(`there is no element ${index}`);
  return item;
}
