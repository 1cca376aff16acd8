import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { Id } from "#shared/contract/primitives.ts";
import { TaskType } from "#shared/features/projects/task-type.ts";
import { writeAtomically } from "../files/write-atomically.ts";

/** What Tacit remembers between projects. Never a key, never content. */
const Settings = z.object({
  recent: z
    .array(
      z.object({
        recentId: Id,
        path: z.string(),
        name: z.string(),
        taskType: TaskType.nullable(),
        openedAtMs: z.number(),
      }),
    )
    .default([]),
  connections: z
    .array(z.object({ connectionId: Id, name: z.string(), baseUrl: z.string() }))
    .default([]),
});
export type Settings = z.infer<typeof Settings>;

export function createSettingsStore(path: string) {
  let current: Settings = read(path);
  return {
    get: (): Settings => current,
    update(change: (settings: Settings) => Settings) {
      const next = change(current);
      mkdirSync(dirname(path), { recursive: true });
      writeAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
      current = next;
    },
  };
}
export type SettingsStore = ReturnType<typeof createSettingsStore>;

/**
 * A missing or damaged settings file means a fresh start: the projects themselves are elsewhere. What
 * could not be read is set aside, because the next change takes its place.
 */
function read(path: string): Settings {
  if (!existsSync(path)) return Settings.parse({});
  try {
    return Settings.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    setAside(path);
    return Settings.parse({});
  }
}

function setAside(path: string) {
  try {
    copyFileSync(path, `${path}.damaged`);
  } catch {
    // Not even readable: there is nothing to keep, and Tacit must open all the same.
  }
}
