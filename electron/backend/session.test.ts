import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestBackend } from "./testing/test-backend.ts";

test("a project is created, renamed, undone, closed to one file and reopened", async () => {
  const { client, backend, projectsDir } = openTestBackend();
  const made = await client.projects.create({ name: "Letters: A/B", taskType: "classify" });
  expect(made).toMatchObject({ name: "Letters: A/B", taskType: "classify" });
  await client.projects.rename({ name: "Letters" });
  expect((await client.history.state()).undo?.action).toBe("renameProject");
  await client.projects.close();
  expect(readdirSync(projectsDir)).toEqual(["Letters A B.tacit"]);
  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  expect((await client.projects.current())?.name).toBe("Letters");
  await client.history.undo();
  expect((await client.projects.current())?.name).toBe("Letters: A/B");
  await client.history.redo();
  expect((await client.projects.current())?.name).toBe("Letters");
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("failures leave as codes with parameters", async () => {
  const { client, backend } = openTestBackend();
  await expect(client.projects.journey()).rejects.toMatchObject({
    code: "APP",
    defined: true,
    data: { code: "noProjectOpen" },
  });
  await expect(client.projects.rename({ name: "" })).rejects.toMatchObject({
    data: { code: "invalidInput" },
  });
  await backend.close();
});
