import type { FileGrant } from "#shared/contract/primitives.ts";

/** What the backend needs to know before it can do anything. */
export interface BackendStart {
  appDir: string;
  projectsDir: string;
  resourcesDir: string;
  /** Whether the main process can keep keys; otherwise the backend holds them in memory. */
  hasKeychain: boolean;
}

/** What the main process asks of the backend: input, then answer. */
export interface BackendAsks {
  start: [BackendStart, void];
  /** Comes with the port that the screens speak on. */
  connect: [null, void];
  grant: [{ path: string; kind: "read" | "folder" }, FileGrant];
  grantSeveral: [{ paths: string[] }, FileGrant];
  grantText: [{ name: string; text: string }, FileGrant];
  saveDownload: [{ downloadId: string; targetPath: string }, void];
  /** Answered when the project is one file again. */
  close: [null, void];
}

/** What the backend asks of the main process, which alone reaches the keychain. */
export interface KeychainAsks {
  getSecret: [{ name: string }, string | null];
  setSecret: [{ name: string; secret: string }, void];
  deleteSecret: [{ name: string }, void];
}

/** Channels between preload and the main process. */
export const IPC = {
  connect: "tacit:connect",
  port: "tacit:port",
  command: "tacit:command",
  pickFile: "tacit:pick-file",
  pickFolder: "tacit:pick-folder",
  pickDataFolder: "tacit:pick-data-folder",
  grantDropped: "tacit:grant-dropped",
  grantText: "tacit:grant-text",
  saveDownload: "tacit:save-download",
} as const;
