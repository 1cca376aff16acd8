import { AppError } from "#shared/errors/app-error.ts";
import type { Review, ReviewNews } from "#shared/features/imports/contract.ts";
import { suggestAgain } from "#shared/features/imports/suggest-again.ts";
import type { Db } from "../../../db/open.ts";
import type { PlannedImport } from "../plan-import.ts";
import type { importQueries } from "../queries.ts";
import { isSameStamp, stampFile } from "../readers/file-text.ts";
import { reviewFile } from "./review-file.ts";
import type { Counted } from "./review-rows.ts";

/** Reviews of files, as many at once as there are listeners. */
export function createReviews(db: Db, queries: ReturnType<typeof importQueries>) {
  const closing = new AbortController();
  const running = new Set<Promise<void>>();

  function assertUnchanged({ file, found }: PlannedImport): void {
    if (!isSameStamp(stampFile(file.path, file.name), found.stamp))
      throw new AppError("fileChanged", { name: file.name });
  }

  function toReview(planned: PlannedImport, { knownFrom, ...counted }: Counted): Review {
    assertUnchanged(planned);
    const sameFile = queries.findEarlier(planned.found.scan.sha256);
    const earlierImport = knownFrom === null ? sameFile : queries.find(knownFrom);
    return { ...counted, earlierImport, suggested: suggestAgain(counted, sameFile !== null) };
  }

  return {
    async *review(planned: PlannedImport, signal?: AbortSignal): AsyncGenerator<ReviewNews> {
      const { task, found } = planned;
      const stopped = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const work = { task, projectPath: db.name, bytes: found.stamp.bytes, signal: stopped };
      try {
        yield* reviewFile(work, running, (counted) => toReview(planned, counted));
      } catch (error) {
        // A file that went away while it was read is the better explanation.
        assertUnchanged(planned);
        throw error;
      }
    },
    /** Ends those that are still running; their connections must be gone before the file is closed. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.all(running);
    },
  };
}
