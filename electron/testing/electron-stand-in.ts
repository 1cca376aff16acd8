import { KnownEvents, loud, preventable } from "./loud.ts";
import { MessageChannelMain as MessageChannelStandIn } from "./ports.ts";
import { createSession } from "./session-stand-in.ts";
import { createUtilityProcess } from "./utility-process-stand-in.ts";
import { BrowserWindowStandIn } from "./window-stand-in.ts";

/**
 * Stands in for the `electron` module in tests of the built main process. It models what the
 * application uses and throws, naming the part, on everything else. It is not Electron: sandboxing,
 * real pages and the system's own dialogs are outside what these tests can show.
 */
const APP_EVENTS = [
  "second-instance",
  "open-file",
  "activate",
  "window-all-closed",
  "before-quit",
  "web-contents-created",
];

/** What a test sets before the main process is loaded, and looks at afterwards. */
export const control = {
  hasLock: true,
  paths: new Map<string, string>(),
  appPath: "",
  keychain: {
    available: true,
    backend: "gnome_libsecret",
    locked: false,
    rotated: false,
    seal: "sealed:",
  },
  /** Answers to the dialogs that will be shown, in order. */
  dialogAnswers: [] as object[],
  shownDialogs: [] as { message?: string; detail?: string; title?: string }[],
  openedLinks: [] as string[],
  sandboxed: false,
  privileged: [] as { scheme: string; privileges: object }[],
  menu: [] as MenuItem[],
  ipcHandlers: new Map<string, (event: object, ...args: unknown[]) => unknown>(),
  quits: 0,
};

export interface MenuItem {
  id?: string;
  label?: string;
  role?: string;
  click?: () => void;
  submenu?: MenuItem[];
}

let isReady = false;
let resolveReady: () => void = () => {};
const whenReady = new Promise<void>((resolve) => (resolveReady = resolve));
const appEvents = new KnownEvents("app", APP_EVENTS);
BrowserWindowStandIn.onCreated = (contents) => emitApp("web-contents-created", contents);
export const sessionControl = createSession();
const utility = createUtilityProcess(() => isReady);
export const openWindows = BrowserWindowStandIn.open;
export const forkedProcesses = utility.forked;

/** Tells the application of an event, and whether it prevented what would follow. */
export function emitApp(event: string, ...details: unknown[]): boolean {
  const given = preventable({});
  appEvents.emit(event, given, ...details);
  return given.defaultPrevented;
}

export function becomeReady(): void {
  isReady = true;
  resolveReady();
}

let markQuit: () => void = () => {};
/** Resolves when the application has really quit. */
export const hasQuit = new Promise<void>((resolve) => (markQuit = resolve));

export const app = loud("app", {
  isPackaged: false,
  on: (event: string, listener: (...args: never[]) => void) => void appEvents.on(event, listener),
  setPath: (name: string, path: string) => void control.paths.set(name, path),
  getPath(name: string): string {
    const path = control.paths.get(name);
    if (path === undefined) throw new Error(`no path "${name}" was given to the stand-in`);
    return path;
  },
  getAppPath: () => control.appPath,
  requestSingleInstanceLock: () => control.hasLock,
  enableSandbox() {
    if (isReady) throw new Error("app.enableSandbox must be called before ready");
    control.sandboxed = true;
  },
  whenReady: () => whenReady,
  isReady: () => isReady,
  quit() {
    control.quits += 1;
    if (emitApp("before-quit")) return;
    for (const window of openWindows.slice()) window.close();
    markQuit();
  },
});

export const BrowserWindow = loud("BrowserWindow", BrowserWindowStandIn);
export const MessageChannelMain = MessageChannelStandIn;
export const session = loud("session", { defaultSession: sessionControl.defaultSession });
export const { utilityProcess } = utility;

export const protocol = loud("protocol", {
  registerSchemesAsPrivileged(schemes: typeof control.privileged) {
    if (isReady) throw new Error("schemes must be registered before ready");
    control.privileged.push(...schemes);
  },
});

export const ipcMain = loud("ipcMain", {
  handle: (channel: string, handler: (event: object, ...args: unknown[]) => unknown) =>
    void control.ipcHandlers.set(channel, handler),
});

export const shell = loud("shell", {
  openExternal: async (url: string) => void control.openedLinks.push(url),
});

/** Dialogs may come with or without the window they belong to. */
async function nextAnswer(...given: object[]): Promise<object> {
  control.shownDialogs.push(given.at(-1) ?? {});
  const answer = control.dialogAnswers.shift();
  if (!answer) throw new Error("a dialog was shown that the test did not expect");
  return answer;
}
export const dialog = loud("dialog", {
  showOpenDialog: nextAnswer,
  showSaveDialog: nextAnswer,
  showMessageBox: nextAnswer,
  showErrorBox: (title: string, detail: string) =>
    void control.shownDialogs.push({ title, detail }),
});

export const Menu = loud("Menu", {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: (menu: MenuItem[]) => void (control.menu = menu),
});

export const safeStorage = loud("safeStorage", {
  isAsyncEncryptionAvailable: async () => control.keychain.available,
  getSelectedStorageBackend: () => control.keychain.backend,
  encryptStringAsync: async (text: string) =>
    Buffer.from(control.keychain.seal + Buffer.from(text).toString("hex")),
  async decryptStringAsync(sealed: Buffer) {
    const text = sealed.toString();
    const hex = /^sealed.*:([0-9a-f]*)$/.exec(text)?.[1];
    if (control.keychain.locked || hex === undefined) throw new Error("cannot decrypt");
    const result = Buffer.from(hex, "hex").toString();
    return { result, shouldReEncrypt: control.keychain.rotated };
  },
});
