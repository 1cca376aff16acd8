import { AppError } from "#shared/errors/app-error.ts";

/** What the system answers when a cloud drive cannot fetch a file that it keeps elsewhere. */
const CLOUD_CODES = new Set(["ETIMEDOUT", "EDEADLK", "UNKNOWN", "EIO", "EREMOTEIO", "ENETUNREACH"]);

/**
 * Why a file could not be read, in words. `blocks` is the space it takes on this disk: none at all for
 * files that a cloud drive shows without having them here.
 */
export function explainReadFailure(error: unknown, name: string, blocks: number): AppError {
  if (error instanceof AppError)
    return error.params["name"] === ""
      ? new AppError(error.code, { ...error.params, name }, { cause: error })
      : error;
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  if (blocks === 0 && CLOUD_CODES.has(code))
    return new AppError("fileNotHere", { name }, { cause: error });
  if (code === "ENOENT") return new AppError("fileMissing", { name }, { cause: error });
  if (code === "EACCES" || code === "EPERM" || code === "EISDIR")
    return new AppError("notAFile", { name }, { cause: error });
  return new AppError("fileUnreadable", { name }, { cause: error });
}

/** The stub that macOS puts in the place of a file that only iCloud has: ".name.icloud". */
export const isCloudStub = (name: string): boolean => /^\..+\.icloud$/.test(name);
