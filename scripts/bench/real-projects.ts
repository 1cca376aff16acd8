import { join } from "node:path";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { writeRealExamples } from "#backend/testing/real-examples.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";

/** Labels for the real examples; the other kinds of task need none. */
const LABELS: Partial<Record<TaskType, readonly string[]>> = {
  classify: ["Card", "Transfer", "Account", "Cash", "Other"],
  tag: ["topic/card", "topic/transfer", "topic/account", "tone/angry", "tone/calm"],
  extract: ["Condition", "Cause", "Number"],
};

/** Makes a project of real, unanswered examples and closes it, so that the application lists it as recent. */
export async function makeRealProject(folder: string, taskType: TaskType): Promise<string> {
  const { client, backend, projectsDir } = openTestBackend(folder);
  const name = `Walk ${taskType}`;
  await client.projects.create({ name, taskType });
  for (const label of LABELS[taskType] ?? []) await client.definitions.addLabel({ name: label });
  const { fileId } = backend.grants.add(writeRealExamples(taskType, projectsDir), "read");
  const { jobId } = await client.imports.start({ fileId });
  const { state, error } = await backend.session().jobs.settled(jobId);
  if (state !== "done") throw new Error(`${join(folder, name)}: ${state} ${error?.code}`);
  await backend.close();
  return name;
}
