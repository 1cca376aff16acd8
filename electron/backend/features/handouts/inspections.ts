import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Bundle } from "#shared/features/handouts/bundle.ts";
import type { FileGrants } from "../../files/grants.ts";
import { newId } from "../../ids.ts";
import { openBundleFile } from "./bundle/bundle-files.ts";

/** A bundle that was read and found whole. */
export interface Inspection {
  inspectionId: string;
  fileName: string;
  locked: boolean;
  bundle: Bundle;
}

/**
 * Bundles between being looked at and being taken over: what the user confirmed is then exactly what is
 * used, whatever becomes of the file meanwhile. Only the latest is kept, because one may be large.
 */
export function createInspections(grants: FileGrants) {
  let latest: Inspection | null = null;
  return {
    /** Throws whatever is wrong with the file, in words. */
    async inspect(fileId: string, passphrase: string | undefined): Promise<Inspection> {
      const { path, name } = grants.getFile(fileId);
      const bundle = await openBundleFile(path, passphrase ?? null, basename(name));
      const locked = passphrase !== undefined && passphrase !== "";
      latest = { inspectionId: newId(), fileName: basename(name), locked, bundle };
      return latest;
    },
    /** Throws `grantExpired` for one that is not the latest. */
    get(inspectionId: string): Inspection {
      if (latest?.inspectionId !== inspectionId) throw new AppError("grantExpired");
      return latest;
    },
    forget: () => {
      latest = null;
    },
  };
}
