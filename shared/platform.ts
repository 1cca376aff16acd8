import type { FileGrant } from "./contract/primitives.ts";

/** What a file dialog looks for. */
export type FileChoice = "data" | "project" | "bundle";

/**
 * What the desktop's menu, or a file opened from outside, asks the screens to do. `undo` and `redo`
 * mean the text while a text field has the focus, and the project's last step otherwise.
 */
export type DesktopCommand =
  | { name: "newProject" | "openProject" | "closeProject" | "undo" | "redo" }
  | { name: "openFile"; file: FileGrant };

/**
 * What preload puts on `window.tacit` in the desktop application; absent in a browser.
 *
 * The remote procedures travel on a port of their own. The screen posts `CONNECT_MESSAGE` to its own
 * window; the answer is `PORT_MESSAGE`, posted to the same window with one MessagePort that the
 * backend already listens on. Listen before posting. A new page asks anew.
 */
export interface DesktopPlatform {
  readonly kind: "desktop";
  /** Null when the user closes the dialog. Several data files chosen together come as one grant. */
  pickFile(choice: FileChoice): Promise<FileGrant | null>;
  /** A folder whose files are to be read as one. */
  pickDataFolder(): Promise<FileGrant | null>;
  /** A folder to write into. */
  pickFolder(): Promise<FileGrant | null>;
  /** For a file or folder dropped on the window. */
  grantDropped(file: File): Promise<FileGrant>;
  /** For text from the clipboard, kept as a file until Tacit ends. */
  grantText(name: string, text: string): Promise<FileGrant>;
  /** Asks where to, and copies; false when the user closes the dialog or the copy failed and said so. */
  saveDownload(downloadId: string, suggestedName: string): Promise<boolean>;
  /** Commands that came before anyone listened are delivered first. Returns how to stop listening. */
  onCommand(listener: (command: DesktopCommand) => void): () => void;
}

export const CONNECT_MESSAGE = "tacit:connect";
export const PORT_MESSAGE = "tacit:port";

declare global {
  /** The part of the browser's own File that this folder, which knows no browser, can name. */
  interface File {
    readonly name: string;
  }
  interface Window {
    /** Set by the desktop's preload. */
    readonly tacit?: DesktopPlatform;
  }
}
