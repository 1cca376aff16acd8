import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, BrowserWindow, Menu, session } from "electron";
import { createLogFile } from "../log-file.ts";
import { appAddress } from "./app-address.ts";
import { type BackendProcess, startBackendProcess } from "./backend-process.ts";
import { createCommandQueue } from "./commands.ts";
import { askToRestart, showFailure, showHopelessPage, showStartFailure } from "./dialogs.ts";
import { serveIpc } from "./ipc.ts";
import { createKeychain, hasKeychain } from "./keychain.ts";
import { createMenu } from "./menu.ts";
import type { BackendStart } from "./messages.ts";
import { lockNavigation, lockSession } from "./navigation.ts";
import { serveAppScheme } from "./protocol.ts";
import { openWindow } from "./window.ts";

const RENDERER_DIR = join(import.meta.dirname, "../renderer");

const OURS = /\.tacit(-slice|-return)?$/i;

/** Projects, and files from colleagues, among the words of a command line; options are not files. */
const projectFiles = (argv: readonly string[], workingDir: string): string[] =>
  argv
    .filter((word) => !word.startsWith("-") && OURS.test(word))
    .map((word) => resolve(workingDir, word))
    .filter((path) => existsSync(path));

const resourcesDir = (): string =>
  join(app.isPackaged ? process.resourcesPath : app.getAppPath(), "resources");

/** The one running Tacit: its window, its backend, and what comes from outside. */
export class Application {
  readonly #appDir = app.getPath("userData");
  readonly #address = appAddress();
  readonly #logError = createLogFile(this.#appDir);
  readonly #commands = createCommandQueue();
  #backend: BackendProcess | null = null;
  #filesToOpen: string[] = projectFiles(process.argv.slice(1), process.cwd());
  #closing: Promise<void> | null = null;
  #closed = false;

  /** Registers for everything that may happen; opens the window once Electron is ready. */
  run(): void {
    lockNavigation(this.#address);
    app.on("second-instance", (_event, argv, workingDir) => {
      this.#focus();
      for (const path of projectFiles(argv.slice(1), workingDir)) this.#openFile(path);
    });
    app.on("open-file", (event, path) => {
      event.preventDefault();
      this.#openFile(path);
    });
    app.on("activate", () => this.#focus());
    app.on("window-all-closed", () => {
      if (process.platform !== "darwin") app.quit();
    });
    app.on("before-quit", (event) => {
      if (this.#closed) return;
      event.preventDefault();
      this.#closing ??= this.#closeThenQuit();
    });
    app
      .whenReady()
      .then(() => this.#start())
      .catch((error: unknown) => {
        this.#logError(error);
        showStartFailure(error);
        app.quit();
      });
  }

  async #start(): Promise<void> {
    lockSession(session.defaultSession, this.#address);
    serveAppScheme(session.defaultSession, RENDERER_DIR);
    Menu.setApplicationMenu(createMenu((command) => this.#commands.send(command)));
    const start: BackendStart = {
      appDir: this.#appDir,
      projectsDir: process.env["TACIT_PROJECTS_DIR"] ?? join(app.getPath("documents"), "Tacit"),
      resourcesDir: resourcesDir(),
      hasKeychain: await hasKeychain(this.#logError),
    };
    this.#startBackend(start);
    serveIpc({
      address: this.#address,
      backend: () => this.#running(),
      onConnected: (contents) => this.#commands.connected(contents),
    });
    this.#openWindow();
    const files = this.#filesToOpen;
    this.#filesToOpen = [];
    for (const path of files) this.#openFile(path);
  }

  #startBackend(start: BackendStart): void {
    this.#backend = startBackendProcess({
      start,
      keychain: createKeychain(join(this.#appDir, "keys.json"), this.#logError),
      logError: this.#logError,
      onEnded: () => void this.#restartBackend(start),
    });
  }

  #running(): BackendProcess {
    if (!this.#backend) throw new Error("the backend has not been started");
    return this.#backend;
  }

  async #restartBackend(start: BackendStart): Promise<void> {
    this.#logError(new Error("the backend process ended unexpectedly"));
    this.#commands.disconnected();
    this.#backend = null;
    const restart = await askToRestart();
    if (this.#closing) return;
    if (!restart) {
      this.#closed = true;
      app.quit();
      return;
    }
    this.#startBackend(start);
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  }

  #openWindow(): void {
    const window = openWindow({
      address: this.#address,
      appDir: this.#appDir,
      logError: this.#logError,
      onHopeless: () => {
        showHopelessPage();
        app.quit();
      },
    });
    window.webContents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#commands.disconnected();
    });
    window.on("closed", () => this.#commands.disconnected());
  }

  #focus(): void {
    if (!app.isReady()) return;
    const [window] = BrowserWindow.getAllWindows();
    if (!window) {
      if (this.#backend) this.#openWindow();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  #openFile(path: string): void {
    if (!this.#backend) {
      this.#filesToOpen.push(path);
      return;
    }
    this.#backend.grant(path, "read").then(
      (file) => this.#commands.send({ name: "openFile", file }),
      async (error: unknown) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window) await showFailure(window, error);
      },
    );
  }

  async #closeThenQuit(): Promise<void> {
    const backend = this.#backend;
    this.#backend = null;
    await backend?.close();
    this.#closed = true;
    app.quit();
  }
}
