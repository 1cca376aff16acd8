import { AppError } from "#shared/errors/app-error.ts";
import type { ErasurePreview } from "#shared/features/erasure/contract.ts";
import type { Selection } from "#shared/features/examples/contract.ts";
import { removeKeptAside } from "../../db/kept-aside.ts";
import type { Db } from "../../db/open.ts";
import type { JobRunner } from "../../jobs/runner.ts";
import type { ExampleViews } from "../examples/views/views.ts";
import type { SearchService } from "../search/service.ts";
import { erasureQueries } from "./queries.ts";

/** Takes the examples out of the backups of this project too; how many were cleaned, and how many had to go. */
export type PurgeFromBackups = (
  exampleIds: readonly string[],
) => Promise<{ purged: number; erased: number }>;

/** Deleting for ever: the one act that cannot be taken back, and that leaves nothing to find. */
export function createErasureService(
  db: Db,
  parts: {
    jobs: JobRunner;
    views: ExampleViews;
    search: SearchService;
    /** Stops whatever else reads the file; a reader keeps the log from being emptied. */
    stopReaders: () => Promise<unknown>;
    /** They may read again. */
    releaseReaders: () => void;
    purgeFromBackups: PurgeFromBackups;
  },
) {
  const queries = erasureQueries(db);

  async function choose(selection: Selection): Promise<Int32Array> {
    const keys = await parts.views.keysOfSelection(selection);
    queries.choose(keys);
    return keys;
  }

  return {
    async preview(selection: Selection): Promise<ErasurePreview> {
      await choose(selection);
      const preview = queries.preview();
      queries.forget();
      return preview;
    },

    async erase(input: { selection: Selection; examples: number; withVersions: boolean }) {
      if (parts.jobs.list(true).length > 0) throw new AppError("workUnderWay");
      const keys = await parts.views.keysOfSelection(input.selection);
      if (keys.length !== input.examples) throw new AppError("listOutdated");
      queries.choose(keys);
      try {
        const { versions } = queries.preview();
        if (versions.length > 0 && !input.withVersions)
          throw new AppError("heldByVersions", {
            versions: versions.map(({ number }) => number).join(", "),
          });
        const exampleIds = queries.listExampleIds();
        await parts.views.close();
        await parts.stopReaders();
        // First the backups: what fails there leaves the examples where they can be chosen again.
        const { purged, erased } = await parts.purgeFromBackups(exampleIds);
        queries.erase(input.withVersions, () => parts.search.reset());
        removeKeptAside(db.name);
        if (!queries.cleanUp()) throw new AppError("erasedNotCleaned");
        return { erased: keys.length, backups: purged + erased };
      } finally {
        queries.forget();
        parts.releaseReaders();
      }
    },
  };
}
export type ErasureService = ReturnType<typeof createErasureService>;
