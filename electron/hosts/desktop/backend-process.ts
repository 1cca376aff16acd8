import { join } from "node:path";
import { type MessagePortMain, type UtilityProcess, utilityProcess } from "electron";
import type { FileGrant } from "#shared/contract/primitives.ts";
import { AppError } from "#shared/errors/app-error.ts";
import type { LogError } from "#backend/rpc/error-log.ts";
import { type Answers, createAskChannel } from "./ask-channel.ts";
import type { BackendAsks, BackendStart, KeychainAsks } from "./messages.ts";

/** Folding the write-ahead log in takes well under a second; past this the file is safe as it is. */
const CLOSE_TIMEOUT_MS = 10_000;

export interface BackendProcess {
  connect(port: MessagePortMain): Promise<void>;
  grant(path: string, kind: "read" | "folder"): Promise<FileGrant>;
  grantSeveral(paths: string[]): Promise<FileGrant>;
  grantText(name: string, text: string): Promise<FileGrant>;
  saveDownload(downloadId: string, targetPath: string): Promise<void>;
  /** Closes the project to one file and ends the process; gives up waiting after ten seconds. */
  close(): Promise<void>;
}

interface Launch {
  start: BackendStart;
  keychain: Answers<KeychainAsks>;
  logError: LogError;
  /** The process ended although nobody asked it to. */
  onEnded(): void;
}

/** Starts the backend in a process of its own. */
export function startBackendProcess(launch: Launch): BackendProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, "backend.js"), [], {
    serviceName: "Tacit backend",
  });
  const channel = createAskChannel<BackendAsks, KeychainAsks, MessagePortMain>({
    post: (message, ports) => child.postMessage(message, ports),
    answers: launch.keychain,
    explain(error) {
      if (error instanceof AppError) return { code: error.code, params: error.params };
      return { code: "unexpected", params: { incidentId: launch.logError(error) } };
    },
  });
  let closing = false;
  child.on("message", (message: unknown) => void channel.receive(message, []));
  child.on("exit", () => {
    channel.abandon();
    if (!closing) launch.onEnded();
  });
  channel.ask("start", launch.start).catch((error: unknown) => {
    launch.logError(error);
    child.kill();
  });
  return {
    connect: (port) => channel.ask("connect", null, [port]),
    grant: (path, kind) => channel.ask("grant", { path, kind }),
    grantSeveral: (paths) => channel.ask("grantSeveral", { paths }),
    grantText: (name, text) => channel.ask("grantText", { name, text }),
    saveDownload: (downloadId, targetPath) =>
      channel.ask("saveDownload", { downloadId, targetPath }),
    async close() {
      closing = true;
      await Promise.race([channel.ask("close", null).catch(launch.logError), timeout()]);
      await end(child);
    },
  };
}

const timeout = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, CLOSE_TIMEOUT_MS).unref();
  });

/** `kill` answers false when the process is gone already. */
function end(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    if (!child.kill()) resolve();
  });
}
