import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openSeededProject } from "../../testing/open-seeded-project.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

const ROUNDS = 10;
const MOST_ANSWERS_A_ROUND = 60;
const script = resolve(import.meta.dirname, "../../testing/answer-until-killed.ts");

/** Starts the answering process and kills it right after the given number of acknowledgements. */
async function answerUntilKilled(folder: string, answers: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<NodeJS.Signals | null>((done) =>
    child.on("exit", (_code, signal) => done(signal)),
  );
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === answers) child.kill("SIGKILL");
  }
  expect(await ended).toBe("SIGKILL");
  return acknowledged;
}

test("kill -9 at any moment loses no acknowledged answer", async () => {
  const { backend, folder } = await openSeededProject("classify", ["A"], () =>
    Array.from({ length: 3000 }, (_, index) => ({ input: `text ${index}` })),
  );
  await backend.close();
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = 1 + Math.floor(Math.random() * MOST_ANSWERS_A_ROUND);
    for (const id of await answerUntilKilled(folder, answers)) acknowledged.add(id);

    const reopened = openTestBackend(folder);
    const [recent] = await reopened.client.projects.listRecent();
    await reopened.client.projects.open({ recentId: recent?.recentId ?? "" });
    const labelled = new Set<string>();
    for (let offset = 0; ; offset += 500) {
      const page = { offset, limit: 500, filter: { status: "labelled" as const } };
      const { rows } = await reopened.client.examples.list(page);
      for (const { exampleId } of rows) labelled.add(exampleId);
      if (rows.length === 0) break;
    }
    expect([...acknowledged].filter((id) => !labelled.has(id))).toEqual([]);
    // Each kill may have come between an answer's commit and its acknowledgement.
    expect(labelled.size - acknowledged.size).toBeLessThanOrEqual(round + 1);
    expect(await reopened.client.projects.verify()).toMatchObject({ ok: true, problems: [] });
    await reopened.backend.close();
  }
});
