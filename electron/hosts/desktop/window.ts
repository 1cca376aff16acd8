import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BrowserWindow } from "electron";
import { z } from "zod";
import { writeAtomically } from "#backend/files/write-atomically.ts";
import type { LogError } from "#backend/rpc/error-log.ts";
import type { AppAddress } from "./app-address.ts";

/** Sizes in device-independent pixels; the place on the screen is left to the system. */
const WindowState = z.object({
  width: z.number().int().min(400).max(10_000),
  height: z.number().int().min(300).max(10_000),
  maximized: z.boolean(),
});
type WindowState = z.infer<typeof WindowState>;
const FIRST_STATE: WindowState = { width: 1280, height: 800, maximized: false };

function readState(path: string): WindowState {
  if (!existsSync(path)) return FIRST_STATE;
  try {
    return WindowState.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return FIRST_STATE;
  }
}

/** A page that crashes this often within a minute will not get better by loading it again. */
const MOST_RELOADS_PER_MINUTE = 3;

interface WindowOptions {
  address: AppAddress;
  appDir: string;
  logError: LogError;
  /** The page keeps crashing. */
  onHopeless(): void;
}

/** Opens the window with a page that can reach nothing but preload. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const statePath = join(options.appDir, "window.json");
  const state = readState(statePath);
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    minWidth: 800,
    minHeight: 560,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, "../preload/index.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on("close", () => {
    const { width, height } = window.getNormalBounds();
    writeAtomically(statePath, JSON.stringify({ width, height, maximized: window.isMaximized() }));
  });
  reloadAfterCrash(window, options);
  window.loadURL(options.address.url).catch(options.logError);
  return window;
}

function reloadAfterCrash(window: BrowserWindow, options: WindowOptions): void {
  let crashesAtMs: number[] = [];
  window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    options.logError(new Error(`the page ended: ${reason} (${exitCode})`));
    const nowMs = Date.now();
    crashesAtMs = [...crashesAtMs.filter((atMs) => nowMs - atMs < 60_000), nowMs];
    if (crashesAtMs.length > MOST_RELOADS_PER_MINUTE) options.onHopeless();
    else window.webContents.reload();
  });
}
