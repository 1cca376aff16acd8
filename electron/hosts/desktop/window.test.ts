import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { launchDesktop, loadDesktop } from "../../testing/launch-desktop.ts";
import { preventable } from "../../testing/loud.ts";

test("the window opens sandboxed, with the application's page and preload alone", async () => {
  const { window, control } = await launchDesktop();
  expect(control.sandboxed).toBe(true);
  expect(window.options.webPreferences).toEqual({
    preload: expect.stringMatching(/out[\\/]preload[\\/]index\.cjs$/),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
  expect(window.contents.mainFrame.url).toBe("app://tacit/");
});

test("the application's scheme serves the built screens with a policy, and nothing beside them", async () => {
  const { control, sessionControl } = await launchDesktop();
  expect(control.privileged).toEqual([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  const page = await sessionControl.fetch("app://tacit/");
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("<!doctype html>");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  for (const url of [
    "app://tacit/../main/desktop.js",
    "app://tacit/%2e%2e/main/desktop.js",
    "app://tacit/..%2fmain%2fdesktop.js",
    "app://tacit/..%5cmain%5cdesktop.js",
    "app://tacit/%2e%2e%2f%2e%2e%2fpackage.json",
    "app://tacit/%00",
    "app://tacit/%zz",
    "app://tacit/assets",
    "app://other/index.html",
  ])
    expect([url, (await sessionControl.fetch(url)).status]).toEqual([url, 404]);
  const post = await sessionControl.fetch("app://tacit/", { method: "POST", body: "x" });
  expect(post.status).toBe(404);
});

test("every permission, device, download and dictionary is refused", async () => {
  const { sessionControl } = await launchDesktop();
  const { handlers, events } = sessionControl;
  for (const permission of ["media", "geolocation", "notifications", "clipboard-read"]) {
    const answers: boolean[] = [];
    handlers.permissionRequest?.(null, permission, (granted) => answers.push(granted));
    expect([permission, ...answers]).toEqual([permission, false]);
  }
  expect(handlers.permissionCheck?.()).toBe(false);
  expect(handlers.device?.()).toBe(false);
  expect(handlers.spellChecker).toBe(false);
  const download = preventable({});
  events.emit("will-download", download);
  expect(download.defaultPrevented).toBe(true);
});

test("requests leave for nowhere but the application", async () => {
  const { sessionControl } = await launchDesktop();
  expect(sessionControl.isCancelled("app://tacit/assets/index.js")).toBe(false);
  expect(sessionControl.isCancelled("data:image/png;base64,AA==")).toBe(false);
  for (const url of [
    "https://example.com/",
    "http://127.0.0.1:1234/",
    "ws://example.com/",
    "file:///etc/passwd",
    "app://tacit.example.com/",
    "app://other/",
  ])
    expect([url, sessionControl.isCancelled(url)]).toEqual([url, true]);
});

test("pages do not navigate away, open windows or embed pages", async () => {
  const { window } = await launchDesktop();
  for (const name of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
    const away = preventable({ url: "https://example.com/" });
    window.contents.emit(name, away);
    expect([name, away.defaultPrevented]).toEqual([name, true]);
  }
  const inside = preventable({ url: "app://tacit/index.html" });
  window.contents.emit("will-navigate", inside);
  expect(inside.defaultPrevented).toBe(false);
  const webview = preventable({});
  window.contents.emit("will-attach-webview", webview);
  expect(webview.defaultPrevented).toBe(true);
});

test("a known site is offered to the user's browser, any other link goes nowhere", async () => {
  const desktop = await launchDesktop();
  const { window, control } = desktop;
  control.dialogAnswers.push({ response: 1 }, { response: 0 });
  const known = "https://huggingface.co/datasets/x";
  const refused = [
    "http://huggingface.co/",
    "https://example.com/",
    "https://huggingface.co:8443/",
    "https://user@huggingface.co/",
    "https://huggingface.co.example.com/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "not a link",
  ];
  for (const url of refused)
    expect(window.contents.openHandler({ url })).toEqual({ action: "deny" });
  expect(control.shownDialogs).toEqual([]);
  expect(window.contents.openHandler({ url: known })).toEqual({ action: "deny" });
  await expect.poll(() => control.dialogAnswers.length).toBe(1);
  expect(control.shownDialogs[0]?.detail).toBe(known);
  expect(control.openedLinks).toEqual([]);
  window.contents.openHandler({ url: known });
  await expect.poll(() => control.openedLinks).toEqual([known]);
});

test("a second Tacit leaves at once, and the first one comes forward", async () => {
  const second = await loadDesktop((control) => (control.hasLock = false));
  expect(second.control.quits).toBe(1);
  second.becomeReady();
  await second.hasQuit;
  expect(second.openWindows).toEqual([]);
  expect(second.forkedProcesses).toEqual([]);

  const first = await launchDesktop();
  first.window.minimized = true;
  first.emitApp("second-instance", ["tacit"], first.folder);
  expect(first.window).toMatchObject({ minimized: false, focused: 1 });
});

test("the window remembers its size, and a damaged memory does no harm", async () => {
  const first = await launchDesktop();
  expect(first.window.options).toMatchObject({ width: 1280, height: 800 });
  first.window.options.width = 1000;
  first.window.maximized = true;
  first.window.close();
  const again = await launchDesktop(undefined, first.folder);
  expect(again.window.options).toMatchObject({ width: 1000, height: 800 });
  expect(again.window.maximized).toBe(true);
  writeFileSync(join(first.folder, "app", "window.json"), '{"width":-3');
  const damaged = await launchDesktop(undefined, first.folder);
  expect(damaged.window.options).toMatchObject({ width: 1280, height: 800 });
});

test("a page that crashes is loaded again, until that is hopeless", async () => {
  const { window, control } = await launchDesktop();
  const crash = () =>
    window.contents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 });
  window.contents.emit("render-process-gone", {}, { reason: "clean-exit", exitCode: 0 });
  expect(window.contents.reloads).toBe(0);
  for (let count = 1; count <= 3; count += 1) crash();
  expect(window.contents.reloads).toBe(3);
  expect(control.quits).toBe(0);
  crash();
  expect(window.contents.reloads).toBe(3);
  expect(control.shownDialogs).toHaveLength(1);
  expect(control.quits).toBe(1);
});
