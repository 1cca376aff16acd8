import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Bundle } from "#shared/features/handouts/bundle.ts";
import { runWorker } from "../../../jobs/worker-task.ts";
import type { LockBundleInput } from "./lock-bundle.worker.ts";
import type { OpenBundleInput } from "./open-bundle.worker.ts";

const never = () => new AbortController().signal;

/** Reads and checks a bundle in a thread of its own; whoever waits for an answer to be saved notices nothing. */
export async function openBundleFile(
  path: string,
  passphrase: string | null,
  shownName = basename(path),
): Promise<Bundle> {
  try {
    return await runWorker<OpenBundleInput, never, Bundle>("open-bundle", {
      input: { path, passphrase },
      signal: never(),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Nothing that the log would have to keep: the worker only knows no name for the file.
    // oxlint-disable-next-line preserve-caught-error
    throw new AppError(error.code, { ...error.params, name: shownName });
  }
}

/** The bundle encrypted with a passphrase. */
export const lockBundle = (bytes: Uint8Array, passphrase: string): Promise<Uint8Array> =>
  runWorker<LockBundleInput, never, Uint8Array>("lock-bundle", {
    input: { bytes, passphrase },
    signal: never(),
  });
