import { basename } from "node:path";
import { closeSync, fsyncSync, openSync } from "node:fs";
import { AppError } from "#shared/errors/app-error.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import { createTurns } from "./turns.ts";
import { openSession, type ProjectSession, type SessionDeps } from "./session.ts";

/** A file that was put in the place of another. */
export interface Exchange {
  /** What to open now. */
  path: string;
  /** Makes it as it was. */
  takeBack(): Promise<void> | void;
  /** Called once the new one is open and nothing has to be taken back; must not throw. */
  settle?(): void;
}

/** Room for one open project; opening and closing happen one after the other, however quickly they are asked for. */
export function createProjectSlot(
  deps: SessionDeps,
  remember: (path: string, info: ProjectInfo) => void,
) {
  let open: ProjectSession | null = null;
  const inTurn = createTurns();

  /** The list of recent projects is a convenience: a settings file that cannot be written stops nothing. */
  function tryToRemember(opened: ProjectSession) {
    try {
      remember(opened.path, opened.project.info());
    } catch (error) {
      deps.logError(error);
    }
  }

  /** The open project, or a failure that says to open one. */
  function session(): ProjectSession {
    if (!open) throw new AppError("noProjectOpen");
    return open;
  }

  async function closeNow(options?: { withBackup: boolean }) {
    const closing = open;
    open = null;
    if (!closing) return;
    // Once more, because the name may have changed meanwhile.
    tryToRemember(closing);
    await closing.close(options);
  }

  /** First the new one: a file that cannot be opened leaves the present project as it is. */
  async function openInstead(path: string) {
    const next = await openSession(path, deps);
    try {
      await closeNow();
    } catch (error) {
      await next.close();
      throw error;
    }
    open = next;
    tryToRemember(next);
  }

  async function openNow(path: string) {
    open = await openSession(path, deps);
    tryToRemember(open);
  }

  /**
   * Closes what is open, lets `change` put something else in the place of a project's file, and opens the
   * path it returns. When that cannot be opened, `takeBack` is called and what was open before opens again.
   */
  async function exchangeNow(change: () => Promise<Exchange>): Promise<ProjectInfo> {
    const before = open?.path;
    await closeNow({ withBackup: false });
    let exchange: Exchange | undefined;
    try {
      exchange = await change();
      await openNow(exchange.path);
    } catch (error) {
      await exchange?.takeBack();
      // What went wrong first is what the user is told.
      if (before !== undefined) await tryTo(() => openNow(before), deps);
      throw error;
    }
    exchange.settle?.();
    return session().project.info();
  }

  return {
    current: () => open,
    session,
    open: (path: string): Promise<ProjectInfo> =>
      inTurn(async () => {
        if (open?.path !== path) await openInstead(path);
        return session().project.info();
      }),
    close: () => inTurn(() => closeNow()),
    exchange: (change: () => Promise<Exchange>) => inTurn(() => exchangeNow(change)),
    /** Closes the present project as well as it still can, and opens it anew. */
    reopen: (): Promise<ProjectInfo> =>
      inTurn(async () => {
        if (!open) throw new AppError("noProjectOpen");
        const { path } = open;
        // While its file is out of reach, the session keeps what it still can show.
        assertReachable(path);
        await tryTo(closeNow, deps);
        open = await openSession(path, deps);
        return open.project.info();
      }),
    /** Lets go of a project whose file is to be worked on, whatever closing it meets. */
    release: () => inTurn(() => tryTo(closeNow, deps)),
  };
}

async function tryTo(act: () => Promise<void>, { logError }: Pick<SessionDeps, "logError">) {
  try {
    await act();
  } catch (error) {
    logError(error);
  }
}

/** Throws `diskFailed` while the file cannot be opened or its disk takes nothing. */
function assertReachable(path: string): void {
  try {
    const file = openSync(path, "r+");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (["EACCES", "EPERM", "EROFS"].includes((cause as { code?: string }).code ?? "")) return;
    throw new AppError("diskFailed", { name: basename(path) }, { cause });
  }
}
