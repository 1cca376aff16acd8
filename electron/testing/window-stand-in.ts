import { KnownEvents, loud } from "./loud.ts";
import { nodePort } from "./ports.ts";

const CONTENTS_EVENTS = [
  "will-navigate",
  "will-frame-navigate",
  "will-redirect",
  "will-attach-webview",
  "render-process-gone",
  "did-start-navigation",
];
const WINDOW_EVENTS = ["ready-to-show", "close", "closed"];

export type ReceivedMessage = { channel: string; message: unknown; ports: readonly object[] };

/** One page: what the main process sends to it is kept until a page stand-in listens. */
export class WebContentsStandIn extends KnownEvents {
  mainFrame = { url: "" };
  reloads = 0;
  destroyed = false;
  openHandler: (details: { url: string }) => { action: string } = () => {
    throw new Error("no window open handler was set");
  };
  receive: (received: ReceivedMessage) => void = (received) => void this.unheard.push(received);
  readonly unheard: ReceivedMessage[] = [];

  constructor() {
    super("WebContents", CONTENTS_EVENTS);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
  send(channel: string, message: unknown): void {
    this.receive({ channel, message: structuredClone(message), ports: [] });
  }
  postMessage(channel: string, message: unknown, transfer: object[]): void {
    this.receive({ channel, message: structuredClone(message), ports: transfer.map(nodePort) });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.reloads += 1;
    this.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false });
  }
}

export interface WindowOptions {
  width: number;
  height: number;
  minWidth: number;
  minHeight: number;
  show: boolean;
  webPreferences: Record<string, unknown>;
}
const KNOWN_OPTIONS = ["width", "height", "minWidth", "minHeight", "show", "webPreferences"];

/** `BrowserWindow`; each launch loads a module of its own, so the open windows are this launch's. */
export class BrowserWindowStandIn extends KnownEvents {
  static readonly open: BrowserWindowStandIn[] = [];
  /** Hears of each page as `web-contents-created` would. */
  static onCreated: (contents: WebContentsStandIn) => void = () => {};

  static getAllWindows(): BrowserWindowStandIn[] {
    return BrowserWindowStandIn.open.map((window) => loud("BrowserWindow", window));
  }
  static fromWebContents(contents: object): BrowserWindowStandIn | null {
    return BrowserWindowStandIn.open.find((window) => window.webContents === contents) ?? null;
  }

  readonly options: WindowOptions;
  readonly contents = new WebContentsStandIn();
  readonly webContents = loud("WebContents", this.contents);
  visible = false;
  focused = 0;
  minimized = false;
  maximized = false;

  constructor(options: WindowOptions) {
    super("BrowserWindow", WINDOW_EVENTS);
    const unknown = Object.keys(options).filter((name) => !KNOWN_OPTIONS.includes(name));
    if (unknown.length > 0)
      throw new Error(`the stand-in for Electron does not model window options ${unknown.join()}`);
    this.options = options;
    BrowserWindowStandIn.open.push(this);
    BrowserWindowStandIn.onCreated(this.webContents);
    return loud("BrowserWindow", this);
  }

  async loadURL(url: string): Promise<void> {
    this.contents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false });
    this.contents.mainFrame = { url };
    this.emit("ready-to-show");
  }
  show(): void {
    this.visible = true;
  }
  focus(): void {
    this.focused += 1;
  }
  maximize(): void {
    this.maximized = true;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  getNormalBounds() {
    return { x: 0, y: 0, width: this.options.width, height: this.options.height };
  }
  /** What the title bar's button does; Electron's own destruction of the page included. */
  close(): void {
    this.emit("close");
    const { open } = BrowserWindowStandIn;
    open.splice(open.indexOf(this), 1);
    this.contents.destroyed = true;
    this.emit("closed");
  }
}
