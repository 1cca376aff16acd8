import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { createRouterClient, ORPCError } from "@orpc/server";
import { type Backend, composeBackend } from "#backend/compose.ts";
import { asAppError } from "#backend/db/open.ts";
import { toRpcError } from "#backend/rpc/boundary.ts";
import { createRpcOptions } from "#backend/rpc/options.ts";
import { router } from "#backend/rpc/router.ts";
import type { SecretStore } from "#backend/secrets/secret-store.ts";
import { BACKUP_TIMING } from "#shared/features/backups/timing.ts";
import { AppError, AppErrorData } from "#shared/errors/app-error.ts";
import { isFinished, type Job } from "#shared/features/jobs/contract.ts";
import { hostFolders } from "../folders.ts";
import { createLogFile } from "../log-file.ts";
import { APP_VERSION } from "../version.ts";
import { CommandFailure } from "./command-failure.ts";
import { createEnvironmentSecrets } from "./environment-secrets.ts";
import { exitCodeOf, type StopWatch, watchForStop } from "./stop-signal.ts";

interface CommandNeeds {
  secrets: SecretStore;
  /** False for scripts: the user's list of recent projects stays theirs. */
  keepsRecent: boolean;
}

/** The whole backend without a window. Throws `folderNotWritable`. */
export function openBackend(needs: CommandNeeds): Backend {
  const folders = hostFolders();
  try {
    const logError = createLogFile(folders.appDir);
    const backupTiming = needs.keepsRecent ? BACKUP_TIMING : null;
    return composeBackend({
      ...folders,
      ...needs,
      backupTiming,
      appVersion: APP_VERSION,
      logError,
    });
  } catch (cause) {
    throw new AppError("folderNotWritable", { folder: folders.appDir }, { cause });
  }
}

/** Calls go through the same boundary as those of the screens. */
const clientOf = (backend: Backend) =>
  createRouterClient(router, {
    context: { backend },
    interceptors: createRpcOptions(backend.logError).clientInterceptors,
  });
export type CliClient = ReturnType<typeof clientOf>;

export interface Opened {
  client: CliClient;
  backend: Backend;
  /** Lets these connections, and no others, have the key from the environment. */
  readonly giveKeyTo: (connectionIds: readonly string[]) => void;
}

/** Lets `act` work on a backend and closes it whatever happens; a signal takes unfinished work back first. */
export async function withBackend<Result>(
  fileName: string,
  act: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const secrets = createEnvironmentSecrets(process.env);
  const backend = openBackend({ secrets, keepsRecent: false });
  const stop = watchForStop(() => void backend.closeProject().catch(backend.logError));
  const close = async () => {
    const closed = backend.close();
    // By then every job has been told to stop, and none takes a missing key for its end.
    await setImmediate();
    secrets.giveTo([]);
    await closed;
  };
  try {
    const result = await act({ client: clientOf(backend), backend, giveKeyTo: secrets.giveTo });
    await close();
    return result;
  } catch (error) {
    await close().catch(backend.logError);
    throw failureFor(error, fileName, stop.arrived(), backend);
  } finally {
    stop.release();
  }
}

function failureFor(
  error: unknown,
  fileName: string,
  signal: ReturnType<StopWatch["arrived"]>,
  backend: Backend,
): unknown {
  if (signal) process.exitCode = exitCodeOf(signal);
  if (error instanceof CommandFailure) return error;
  // A project that is closed under it makes whatever was going on fail in its own way.
  if (signal) return new AppError("interrupted");
  const known = toRpcError(asAppError(error, fileName), backend.logError);
  const data = known instanceof ORPCError ? AppErrorData.safeParse(known.data).data : undefined;
  // The boundary does not know the file's name.
  return data?.params["name"] === ""
    ? new AppError(data.code, { ...data.params, name: fileName })
    : known;
}

/** The project's file; its ending may be left out, as on creating. Throws `fileMissing` and `notATacitFile`. */
export function getProjectPath(file: string): string {
  const places = [resolve(file), resolve(`${file}.tacit`)];
  const path = places.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
  if (path !== undefined) return path;
  throw new AppError(existsSync(file) ? "notATacitFile" : "fileMissing", { name: file });
}

/** Opens a project, lets `act` work on it, and closes it to a single file. */
export async function withProject<Result>(
  file: string,
  act: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const path = getProjectPath(file);
  return withBackend(basename(path), async (opened) => {
    await opened.backend.openProject(path);
    return act(opened);
  });
}

/** Why a job ended otherwise than well, as an error to throw. */
export const failureOfJob = (job: Job): AppError =>
  new AppError((job.error?.code ?? "unexpected") as AppError["code"], job.error?.params);

/** Follows a job to its end, and fails as the job failed. */
export async function finished(
  client: CliClient,
  jobId: string,
  onProgress: (job: Job) => void,
): Promise<Job> {
  for await (const job of await client.jobs.watch({ jobId })) {
    onProgress(job);
    if (job.state === "done") return job;
    if (isFinished(job.state)) throw failureOfJob(job);
  }
  throw new AppError("interrupted");
}
