import { dirname } from "node:path";
import type { BackupStatus } from "#shared/features/backups/contract.ts";
import type { Place } from "#shared/features/backups/place.ts";
import type { Strays } from "../../../db/stray-files.ts";
import { acceptedPlace } from "./accepted-place.ts";
import { listConflictedCopies } from "./list-conflicted.ts";
import { findUnsafePlaceOf } from "./look-around.ts";

type PlaceStatus = Pick<
  BackupStatus,
  "unsafePlace" | "conflictedCopies" | "setAside" | "logMissing"
>;

/** What is wrong with where the project at `path` lies; drives are asked about once. */
export function watchPlace(path: string, backupFolder: string, strays: Strays) {
  const folder = dirname(path);
  const accepted = acceptedPlace(backupFolder);
  let place: Promise<Place | null> | null = null;
  return {
    async look(): Promise<PlaceStatus> {
      place ??= findUnsafePlaceOf(folder);
      return {
        unsafePlace: accepted.is(folder) ? null : await place,
        conflictedCopies: listConflictedCopies(path),
        ...strays,
      };
    },
    accept: () => accepted.set(folder),
  };
}
