import { accessSync, constants, existsSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { RescueNews, RescueTarget } from "#shared/features/rescue/contract.ts";
import { summariseRescue } from "#shared/features/rescue/summarise.ts";
import { translate } from "#shared/messages/translate.ts";
import { lockProject } from "../../db/lock.ts";
import type {
  RescueInput,
  RescuePages,
  RescueResult,
} from "../../db/salvage/rescue-file.worker.ts";
import type { FileGrants } from "../../files/grants.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { ProjectLibrary } from "../projects/library.ts";

export interface RescueDeps {
  grants: FileGrants;
  library: ProjectLibrary;
  currentPath(): string | null;
  /** Closes the open project, however badly that goes. */
  releaseProject(): Promise<void>;
  /** For rescued files whose own folder lets nothing be written to. */
  rescuedDir: string;
  /** Uploaded files lie below; nothing is left beside them. */
  tempDir: string;
}

/** Brings out of a damaged file what can still be read, without changing the file unless that mends it. */
export function createRescue(deps: RescueDeps) {
  function find(target: RescueTarget): { path: string; name: string } {
    if ("fileId" in target) return deps.grants.getFile(target.fileId);
    const path = "recentId" in target ? deps.library.getPath(target.recentId) : deps.currentPath();
    if (path === null) throw new AppError("noProjectOpen");
    return { path, name: basename(path) };
  }

  const rescueFolder = (path: string): string => {
    const folder = dirname(path);
    return isWritable(folder) && !path.startsWith(deps.tempDir + sep) ? folder : deps.rescuedDir;
  };

  async function* run(target: RescueTarget, signal?: AbortSignal): AsyncGenerator<RescueNews> {
    const { path, name } = find(target);
    if (!existsSync(path)) throw new AppError("fileMissing", { name });
    if (deps.currentPath() === path) await deps.releaseProject();
    const lock = await lockProject(path, name);
    try {
      yield* work(path, name, lock !== null, signal);
    } finally {
      lock?.release();
    }
  }

  async function* work(path: string, name: string, isLocked: boolean, signal?: AbortSignal) {
    const stem = translate("rescue.fileName", { name: basename(name, ".tacit") });
    const newFile = deps.library.freePath(stem, rescueFolder(path));
    const pages = createMailbox<RescuePages>();
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    signal?.addEventListener("abort", onAbort);
    const input: RescueInput = {
      path,
      target: newFile,
      name: basename(name, ".tacit"),
      nowMs: Date.now(),
      mayMend: isLocked && isWritable(path) && isWritable(dirname(path)),
    };
    const working = runWorker<RescueInput, RescuePages, RescueResult>("rescue-file", {
      input,
      signal: stop.signal,
      onMessage: (page) => pages.put(page),
    }).finally(() => pages.close());
    // Looked at below; a failure before that must not count as unhandled.
    working.catch(() => {});
    try {
      for await (const page of pages.all()) yield { state: "working" as const, ...page };
      yield news(await working, path, newFile);
    } finally {
      stop.abort();
      signal?.removeEventListener("abort", onAbort);
      await working.catch(() => {});
    }
  }

  function news(tables: RescueResult, path: string, newFile: string): RescueNews {
    if (!tables) return { state: "mended", file: deps.grants.add(path, "read") };
    return {
      state: "rescued",
      file: deps.grants.add(newFile, "read"),
      folder: dirname(newFile),
      parts: summariseRescue(tables),
    };
  }

  return { run };
}
export type Rescue = ReturnType<typeof createRescue>;

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only the latest message waits: progress that nobody has seen yet is replaced by newer. */
function createMailbox<Message>() {
  let latest: Message | null = null;
  let isClosed = false;
  let wake: () => void = () => {};
  return {
    put(message: Message) {
      latest = message;
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    async *all(): AsyncGenerator<Message> {
      while (!isClosed || latest !== null) {
        if (latest === null) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        const message: Message = latest;
        latest = null;
        yield message;
      }
    },
  };
}
