import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { compileFunction } from "node:vm";
import type { MessagePort } from "node:worker_threads";
import { CONNECT_MESSAGE, type DesktopPlatform, PORT_MESSAGE } from "../../shared/platform.ts";
import type { control } from "./electron-stand-in.ts";
import { KnownEvents, loud } from "./loud.ts";
import type { WebContentsStandIn } from "./window-stand-in.ts";

const PRELOAD = resolve(import.meta.dirname, "../../out/preload/index.cjs");

type PageMessage = { source: unknown; data: unknown; ports: readonly MessagePort[] };

/** Just the parts of a page's window that preload and the screens' handshake use. */
function createPageWindow() {
  const listeners = new Set<(event: PageMessage) => void>();
  const window = loud("window", {
    addEventListener(type: string, listener: (event: PageMessage) => void) {
      if (type !== "message") throw new Error(`the stand-in page has no event "${type}"`);
      listeners.add(listener);
    },
    postMessage(data: unknown, _targetOrigin: string, ports: readonly MessagePort[] = []) {
      queueMicrotask(() => {
        for (const listener of listeners) listener({ source: window, data, ports });
      });
    },
  });
  return window;
}

/** Runs the built preload for a page, as Electron would before the page's own scripts. */
export function loadPage(
  contents: WebContentsStandIn,
  wrapped: object,
  ipcHandlers: (typeof control)["ipcHandlers"],
) {
  const window = createPageWindow();
  const ipcEvents = new KnownEvents("ipcRenderer", ["tacit:port", "tacit:command"]);
  const exposed = new Map<string, unknown>();
  const frame = contents.mainFrame;

  /** What `ipcRenderer.invoke` does: arguments and answer are copies. */
  async function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = ipcHandlers.get(channel);
    if (!handler) throw new Error(`no handler for ${channel}`);
    const event = { sender: wrapped, senderFrame: frame };
    return structuredClone(await handler(event, ...structuredClone(args)));
  }

  const electron = loud("electron in preload", {
    contextBridge: loud("contextBridge", {
      exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api),
    }),
    ipcRenderer: loud("ipcRenderer", { on: ipcEvents.on.bind(ipcEvents), invoke }),
    webUtils: loud("webUtils", { getPathForFile: (file: { path?: string }) => file.path ?? "" }),
  });
  const run = compileFunction(readFileSync(PRELOAD, "utf8"), ["require", "window"]) as (
    require: (name: string) => unknown,
    window: unknown,
  ) => void;
  run((name) => {
    if (name === "electron") return electron;
    throw new Error(`a sandboxed preload cannot require "${name}"`);
  }, window);

  contents.receive = ({ channel, message, ports }) =>
    void ipcEvents.emit(channel, { ports }, message);
  for (const received of contents.unheard.splice(0)) contents.receive(received);

  return {
    tacit: exposed.get("tacit") as DesktopPlatform,
    exposedNames: [...exposed.keys()],
    invoke,
    /** The handshake of the screens: asks for a port and resolves with it. */
    connect: () =>
      new Promise<MessagePort>((resolvePort) => {
        window.addEventListener("message", (event) => {
          const port = event.ports[0];
          if (event.source === window && event.data === PORT_MESSAGE && port) resolvePort(port);
        });
        window.postMessage(CONNECT_MESSAGE, "app://tacit");
      }),
  };
}
