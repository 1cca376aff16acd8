import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { openCommandLine } from "./testing/command-line.ts";

const cli = openCommandLine();

interface Listed {
  folder: string;
  backups: { number: number; state: string; reason: string; examples: number }[];
}
const listOf = (file: string) => cli.json<Listed>("backup", file, "--list");

async function projectWith(name: string, rows: number) {
  await cli.json("create", name, "--task", "write");
  const lines = Array.from({ length: rows }, (_, n) => `question ${n},answer ${n}`);
  const data = cli.write(`${name}.csv`, `input,response\n${lines.join("\n")}\n`);
  await cli.json("import", name, data);
}

test("a backup is made, listed and restored, and what was there is kept", async () => {
  await projectWith("mine", 3);
  const made = await cli.json("backup", "mine");
  expect(made).toMatchObject({ number: 1, reason: "manual", state: "good", examples: 3 });
  cli.write("more.csv", "input,response\nanother,answer\n");
  await cli.json("import", "mine", "more.csv");

  const restored = await cli.run("restore", "mine", "--backup", "1");
  expect([restored.exitCode, restored.stderr]).toEqual([0, ""]);
  expect(restored.stdout).toMatch(
    /^mine\.tacit is as it was in backup 1, of \S+Z\.\nWhat was there before is kept as backup 2\.\n$/,
  );
  expect(await cli.json("stats", "mine")).toMatchObject({ examples: 3 });
  expect(await cli.json("restore", "mine", "--backup", "2")).toMatchObject({
    restored: 2,
    kept: 3,
  });
  expect(await cli.json("stats", "mine")).toMatchObject({ examples: 4 });
  expect((await listOf("mine")).backups.map(({ reason }) => reason)).toEqual([
    "beforeRestore",
    "beforeRestore",
    "manual",
  ]);
});

test("a project that is open elsewhere can be backed up, but not replaced", async () => {
  await projectWith("busy", 2);
  const elsewhere = openTestBackend(join(cli.folder, "other"));
  const { fileId } = elsewhere.backend.grants.add(cli.at("busy.tacit"), "read");
  await elsewhere.client.projects.open({ fileId });
  expect(await cli.json("backup", "busy")).toMatchObject({ number: 1, examples: 2 });
  const refused = await cli.run("restore", "busy");
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toMatch(/^busy\.tacit is open in another Tacit\./);
  expect(await elsewhere.client.projects.verify()).toMatchObject({ ok: true });
  await elsewhere.backend.close();
});

test("commands make no backup unless they are told to", async () => {
  await projectWith("quiet", 2);
  expect(await listOf("quiet")).toMatchObject({ backups: [] });
  const { stdout } = await cli.run("backup", "quiet", "--list");
  expect(stdout).toMatch(/^There is no backup of quiet\.tacit on this computer\.\n/);
});

test("fault 43: a damaged newest backup is passed over, for a project that is damaged or gone", async () => {
  await projectWith("lost", 2);
  await cli.json("backup", "lost");
  await cli.json("backup", "lost");
  const { folder } = await listOf("lost");
  const newest = join(folder, "000002.tacit");
  const bytes = readFileSync(newest);
  writeFileSync(newest, bytes.fill(1, 8192, 8300));
  truncateSync(cli.at("lost.tacit"), 3000);

  const { exitCode, stdout, stderr } = await cli.run("restore", "lost");
  expect([exitCode, stderr]).toEqual([0, "Backup 2 is damaged; it was passed over.\n"]);
  expect(stdout).toMatch(/^lost\.tacit is as it was in backup 1/);
  expect(await cli.json("verify", "lost")).toMatchObject({ ok: true });

  rmSync(cli.at("lost.tacit"));
  expect(await cli.json("restore", "lost")).toMatchObject({ kept: null });
  expect(await cli.json("stats", "lost")).toMatchObject({ examples: 2 });
});

test("without a good backup nothing is changed", async () => {
  await projectWith("bare", 1);
  const before = readFileSync(cli.at("bare.tacit"));
  const { exitCode, stderr } = await cli.run("restore", "bare");
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /^There is no good backup of bare\.tacit to restore\. Nothing was changed\./,
  );
  expect(readFileSync(cli.at("bare.tacit"))).toEqual(before);
  expect((await cli.run("restore", "bare", "--backup", "zero")).exitCode).toBe(2);
  cli.write("letter.tacit", "my own letter");
  expect((await cli.run("backup", "letter")).stderr).toMatch(
    /^letter\.tacit is not a Tacit project/,
  );
  expect((await cli.run("backup", "nowhere")).stderr).toMatch(
    /^The file nowhere is not where it was/,
  );
});
