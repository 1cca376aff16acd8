import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createRouterClient } from "@orpc/server";
import { type Backend, composeBackend } from "#backend/compose.ts";
import { createRpcOptions } from "#backend/rpc/options.ts";
import { router } from "#backend/rpc/router.ts";
import { AppError } from "#shared/errors/app-error.ts";
import { isFinished, type Job } from "#shared/features/jobs/contract.ts";
import { hostFolders } from "../folders.ts";
import { createLogFile } from "../log-file.ts";
import { APP_VERSION } from "../version.ts";
import { createEnvironmentSecrets } from "./environment-secrets.ts";

/** The whole backend without a window, for the length of one command. */
export function openBackend(): Backend {
  const folders = hostFolders();
  return composeBackend({
    ...folders,
    keepsRecent: false,
    secrets: createEnvironmentSecrets(process.env),
    appVersion: APP_VERSION,
    logError: createLogFile(folders.appDir),
  });
}

/** Calls go through the same boundary as those of the screens. */
export const clientOf = (backend: Backend) =>
  createRouterClient(router, {
    context: { backend },
    interceptors: createRpcOptions(backend.logError).clientInterceptors,
  });
export type CliClient = ReturnType<typeof clientOf>;

/** Opens a project, lets `act` work on it, and closes it to a single file whatever happens. */
export async function withProject<Result>(
  file: string,
  act: (client: CliClient, backend: Backend) => Promise<Result>,
): Promise<Result> {
  const path = resolve(file);
  if (!existsSync(path)) throw new AppError("fileMissing", { name: file });
  const backend = openBackend();
  try {
    await backend.openProject(path);
    return await act(clientOf(backend), backend);
  } finally {
    await backend.close();
  }
}

/** Follows a job to its end, and fails as the job failed. */
export async function finished(
  client: CliClient,
  jobId: string,
  onProgress: (job: Job) => void,
): Promise<Job> {
  for await (const job of await client.jobs.watch({ jobId })) {
    onProgress(job);
    if (isFinished(job.state)) {
      if (job.state === "done") return job;
      throw new AppError((job.error?.code ?? "unexpected") as AppError["code"], job.error?.params);
    }
  }
  throw new AppError("unexpected");
}
