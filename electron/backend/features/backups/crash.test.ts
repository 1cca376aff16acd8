import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { openBackedUpProject } from "../../testing/open-backed-up-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";
import { openTestBackend } from "../../testing/test-backend.ts";
import { createBackupStore } from "./store.ts";

const SCRIPT = join(import.meta.dirname, "../../testing/back-up-until-killed.ts");
const TRIES = 8;

/** Lets the script come to its work, then kills it at a moment that differs from try to try. */
async function killInTheMiddle(folder: string, delayMs: number) {
  const child = spawn(process.execPath, [SCRIPT, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface(child.stdout);
  await once(lines, "line");
  // The moment itself is what is tested; nothing waits for it.
  await setTimeout(delayMs);
  child.kill("SIGKILL");
  await exited;
}

test("fault 42, 43: killed while backing up or restoring, the project opens whole and no half backup counts", async () => {
  const opened = await openBackedUpProject();
  seedExamples(
    opened.backend.session().db,
    Array.from({ length: 2000 }, (_, n) => ({ input: `${n} ${"x".repeat(2000)}` })),
  );
  await opened.client.backups.make();
  await opened.backend.close();
  for (let turn = 0; turn < TRIES; turn += 1) {
    await killInTheMiddle(opened.folder, 40 + turn * 67);
    const again = openTestBackend(opened.folder);
    const [recent] = await again.client.projects.listRecent();
    const of = { recentId: recent?.recentId ?? "" };
    await again.client.projects.open(of);
    expect(await again.client.projects.verify()).toMatchObject({
      ok: true,
      checked: { examples: 2003, annotations: 1 },
    });
    expect(readdirSync(opened.projectsDir).toSorted()).toEqual([
      "Mine.tacit",
      "Mine.tacit-lock",
      "Mine.tacit-shm",
      "Mine.tacit-wal",
    ]);
    const { backups } = await again.client.backups.list({});
    expect(backups.filter(({ state }) => state !== "good")).toEqual([]);
    await again.backend.close();
  }
  const store = createBackupStore(join(opened.folder, "app", "backups"));
  for (const backup of store.list(opened.id)) expect(await store.verify(backup)).toBe(true);
});
