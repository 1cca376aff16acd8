import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Job } from "#shared/features/jobs/contract.ts";
import type { DesktopCommand } from "#shared/platform.ts";
import { connectClient, launchDesktop } from "../../testing/launch-desktop.ts";

const droppedFile = (path: string) => ({ name: "dropped", path }) as unknown as File;

test("the handshake gives the page a port that the backend answers on", async () => {
  const desktop = await launchDesktop();
  const page = desktop.page();
  expect(page.exposedNames).toEqual(["tacit"]);
  expect(page.tacit.kind).toBe("desktop");
  const client = await connectClient(page);
  expect(await client.projects.current()).toBeNull();
  const made = await client.projects.create({ name: "Briefe Ä", taskType: "classify" });
  expect(made).toMatchObject({ name: "Briefe Ä", folder: join(desktop.folder, "projects") });
  await expect(client.projects.rename({ name: "" })).rejects.toMatchObject({
    code: "APP",
    data: { code: "invalidInput" },
  });
});

test("a page that was loaded again asks anew and gets a working port", async () => {
  const desktop = await launchDesktop();
  const before = await connectClient(desktop.page());
  await before.projects.create({ name: "Still here", taskType: "write" });
  desktop.window.contents.reload();
  const after = await connectClient(desktop.page());
  expect((await after.projects.current())?.name).toBe("Still here");
});

test("messages on the port that are no calls leave the backend answering", async () => {
  const desktop = await launchDesktop();
  const page = desktop.page();
  const port = await page.connect();
  for (const junk of ["not json", "", "{}", null, 5, { i: {} }, [1], new Uint8Array([255, 0])])
    port.postMessage(junk);
  const client = await connectClient(page);
  expect(await client.projects.current()).toBeNull();
  expect(desktop.forkedProcesses).toHaveLength(1);
  expect(desktop.control.shownDialogs).toEqual([]);
});

test("the built backend finds its worker threads: a dropped file is imported", async () => {
  const desktop = await launchDesktop();
  const page = desktop.page();
  const client = await connectClient(page);
  await client.projects.create({ name: "Import", taskType: "classify" });
  const path = join(desktop.folder, "rows.csv");
  writeFileSync(path, "text,label\nhello,greeting\nbye,farewell\n");
  const { fileId } = await page.tacit.grantDropped(droppedFile(path));
  const { jobId } = await client.imports.start({ fileId });
  let last: Job | undefined;
  for await (const job of await client.jobs.watch({ jobId })) last = job;
  expect(last).toMatchObject({ state: "done", error: null });
  expect((await client.examples.list({})).total).toBe(2);
});

test("quitting waits until the project is one file", async () => {
  const desktop = await launchDesktop();
  const client = await connectClient(desktop.page());
  await client.projects.create({ name: "One file", taskType: "classify" });
  const projects = join(desktop.folder, "projects");
  expect(readdirSync(projects).toSorted()).toEqual([
    "One file.tacit",
    "One file.tacit-lock",
    "One file.tacit-shm",
    "One file.tacit-wal",
  ]);
  expect(desktop.emitApp("before-quit")).toBe(true);
  // An impatient user asks twice.
  expect(desktop.emitApp("before-quit")).toBe(true);
  await desktop.hasQuit;
  expect(readdirSync(projects)).toEqual(["One file.tacit"]);
  expect(desktop.openWindows).toEqual([]);
});

test("dialogs and drops become grants; the page never sees a path", async () => {
  const desktop = await launchDesktop();
  const { tacit } = desktop.page();
  const path = join(desktop.folder, "rows.csv");
  writeFileSync(path, "text,label\na,b\n");
  const { dialogAnswers } = desktop.control;
  dialogAnswers.push(
    { canceled: false, filePaths: [path] },
    { canceled: true, filePaths: [] },
    { canceled: false, filePaths: [desktop.folder] },
  );
  const picked = await tacit.pickFile("data");
  expect(picked).toEqual({ fileId: expect.any(String), name: "rows.csv", bytes: 15 });
  expect(await tacit.pickFile("project")).toBeNull();
  expect(await tacit.pickFolder()).toMatchObject({ bytes: 0 });
  expect(await tacit.grantDropped(droppedFile(path))).toMatchObject({ name: "rows.csv" });
  expect(JSON.stringify(picked)).not.toContain(desktop.folder);
  const other = join(desktop.folder, "more.csv");
  writeFileSync(other, "text,label\nc,d\n");
  dialogAnswers.push(
    { canceled: false, filePaths: [path, other] },
    { canceled: false, filePaths: [desktop.folder] },
    { canceled: true, filePaths: [] },
  );
  expect(await tacit.pickFile("data")).toMatchObject({ name: "rows.csv + 1", bytes: 30 });
  expect(await tacit.pickDataFolder()).toMatchObject({ fileId: expect.any(String) as string });
  expect(await tacit.pickDataFolder()).toBeNull();
  // A File that a page made up has no path.
  await expect(tacit.grantDropped(droppedFile(""))).rejects.toMatchObject({ name: "ZodError" });
});

test("pasted text becomes a file of its own that can be imported", async () => {
  const desktop = await launchDesktop();
  const page = desktop.page();
  const client = await connectClient(page);
  await client.projects.create({ name: "Pasted", taskType: "classify" });
  const grant = await page.tacit.grantText("../Pasted cells.tsv", "text\tlabel\nhello\tgreeting\n");
  expect(grant).toMatchObject({ name: "Pasted cells.tsv", bytes: 26 });
  const preview = await client.imports.inspect({ fileId: grant.fileId });
  expect(preview).toMatchObject({ rows: [["hello", "greeting"]], readAs: { format: "tsv" } });
  await expect(page.tacit.grantText("empty.tsv", "")).rejects.toMatchObject({ name: "ZodError" });
});

test("a download that is not there is explained, and nothing is written", async () => {
  const desktop = await launchDesktop();
  const { tacit } = desktop.page();
  const target = join(desktop.folder, "copy.jsonl");
  desktop.control.dialogAnswers.push({ canceled: true, filePath: "" });
  expect(await tacit.saveDownload("some-id", "a.jsonl")).toBe(false);
  desktop.control.dialogAnswers.push({ canceled: false, filePath: target }, { response: 0 });
  expect(await tacit.saveDownload("some-id", "../../a.jsonl")).toBe(false);
  expect(desktop.control.shownDialogs.at(-2)).toMatchObject({ defaultPath: "a.jsonl" });
  expect(desktop.control.shownDialogs.at(-1)?.message).toMatch(/\w/);
  expect(existsSync(target)).toBe(false);
});

test("only the application's own main frame is answered, and only for fitting arguments", async () => {
  const desktop = await launchDesktop();
  const { control, window } = desktop;
  const page = desktop.page();
  const own = { sender: window.webContents, senderFrame: window.contents.mainFrame };
  const foreign = [
    { ...own, senderFrame: null },
    { ...own, senderFrame: { url: "app://tacit/" } },
    { ...own, sender: {} },
  ];
  for (const handler of control.ipcHandlers.values())
    for (const event of foreign)
      await expect(async () => handler(event, "data")).rejects.toThrow("refused");
  window.contents.mainFrame = { url: "https://example.com/" };
  const elsewhere = { ...own, senderFrame: window.contents.mainFrame };
  await expect(async () => control.ipcHandlers.get("tacit:connect")?.(elsewhere)).rejects.toThrow(
    "refused",
  );
  window.contents.mainFrame = own.senderFrame;
  for (const args of [[], ["everything"], [1], ["data", "more"]])
    await expect(page.invoke("tacit:pick-file", ...args)).rejects.toMatchObject({
      name: "ZodError",
    });
  for (const args of [[], [""], [{}], ["x".repeat(40_000)]])
    await expect(page.invoke("tacit:grant-dropped", ...args)).rejects.toMatchObject({
      name: "ZodError",
    });
  expect(control.shownDialogs).toEqual([]);
});

test("a backend that dies is started again with the user's consent, and the page reloads", async () => {
  const desktop = await launchDesktop();
  const client = await connectClient(desktop.page());
  await client.projects.create({ name: "Survivor", taskType: "classify" });
  desktop.control.dialogAnswers.push({ response: 0 });
  desktop.forkedProcesses[0]?.kill();
  await expect.poll(() => desktop.window.contents.reloads).toBe(1);
  expect(desktop.forkedProcesses).toHaveLength(2);
  const again = await connectClient(desktop.page());
  const [recent] = await again.projects.listRecent();
  const opened = await again.projects.open({ recentId: recent?.recentId ?? "" });
  expect(opened.name).toBe("Survivor");
});

test("the user may quit instead of starting a dead backend again", async () => {
  const desktop = await launchDesktop();
  desktop.control.dialogAnswers.push({ response: 1 });
  desktop.forkedProcesses[0]?.kill();
  await desktop.hasQuit;
  expect(desktop.forkedProcesses).toHaveLength(1);
});

test("the menu and files from outside reach the page as commands, even before it listens", async () => {
  const desktop = await launchDesktop();
  const path = join(desktop.folder, "given.tacit");
  writeFileSync(path, "not a project");
  desktop.emitApp("second-instance", ["tacit", "--flag.tacit", "given.tacit"], desktop.folder);
  const find = (id: string) =>
    desktop.control.menu.flatMap((menu) => menu.submenu ?? []).find((item) => item.id === id);
  find("newProject")?.click?.();
  const page = desktop.page();
  await connectClient(page);
  const heard: DesktopCommand[] = [];
  const stop = page.tacit.onCommand((command) => heard.push(command));
  await expect
    .poll(() => heard.map(({ name }) => name).toSorted())
    .toEqual(["newProject", "openFile"]);
  expect(heard.find(({ name }) => name === "openFile")).toMatchObject({
    file: { name: "given.tacit", bytes: 13 },
  });
  for (const id of ["openProject", "closeProject", "undo", "redo"]) find(id)?.click?.();
  expect(heard.slice(2).map(({ name }) => name)).toEqual([
    "openProject",
    "closeProject",
    "undo",
    "redo",
  ]);
  stop();
  find("undo")?.click?.();
  expect(heard).toHaveLength(6);
});

const connection = { name: "Service", baseUrl: "http://127.0.0.1:9/v1", apiKey: "sk-very-secret" };

test("keys go to the keychain as ciphertext and survive a restart", async () => {
  const first = await launchDesktop();
  const client = await connectClient(first.page());
  const saved = await client.providers.saveConnection(connection);
  expect(saved.key).toBe("keychain");
  await first.quit();
  const keyFile = join(first.folder, "app", "keys.json");
  expect(readFileSync(keyFile, "utf8")).not.toContain("sk-very-secret");

  const again = await launchDesktop(undefined, first.folder);
  const other = await connectClient(again.page());
  expect(await other.providers.listConnections()).toMatchObject([{ key: "keychain" }]);
  await other.providers.removeConnection({ connectionId: saved.connectionId });
  expect(JSON.parse(readFileSync(keyFile, "utf8"))).toEqual({});
});

test("a key that the keychain wants sealed anew is written again", async () => {
  const desktop = await launchDesktop((control) => (control.keychain.rotated = true));
  const client = await connectClient(desktop.page());
  await client.providers.saveConnection(connection);
  const keyFile = join(desktop.folder, "app", "keys.json");
  const sealedBefore = readFileSync(keyFile, "utf8");
  desktop.control.keychain.seal = "sealed anew:";
  expect(await client.providers.listConnections()).toMatchObject([{ key: "keychain" }]);
  expect(readFileSync(keyFile, "utf8")).not.toBe(sealedBefore);
});

test("a keychain that does not open makes the key missing, and keeps the ciphertext", async () => {
  const first = await launchDesktop();
  await (await connectClient(first.page())).providers.saveConnection(connection);
  await first.quit();
  const again = await launchDesktop((control) => (control.keychain.locked = true), first.folder);
  const client = await connectClient(again.page());
  expect(await client.providers.listConnections()).toMatchObject([{ key: "missing" }]);
  const keys = JSON.parse(readFileSync(join(first.folder, "app", "keys.json"), "utf8")) as object;
  expect(Object.keys(keys)).toHaveLength(1);
});

const withoutKeychain = [
  { when: "no encryption", available: false, backend: "gnome_libsecret", only: process.platform },
  { when: "a key that everyone knows", available: true, backend: "basic_text", only: "linux" },
].filter(({ only }) => only === process.platform);

test.each(withoutKeychain)("with $when, keys last for this session only", async (keychain) => {
  const desktop = await launchDesktop(({ keychain: given }) => {
    given.available = keychain.available;
    given.backend = keychain.backend;
  });
  const client = await connectClient(desktop.page());
  const saved = await client.providers.saveConnection(connection);
  expect(saved.key).toBe("session");
  expect(existsSync(join(desktop.folder, "app", "keys.json"))).toBe(false);
});
