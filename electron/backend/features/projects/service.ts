import type { QueueCounts } from "#shared/features/annotations/contract.ts";
import type { Journey, ProjectInfo } from "#shared/features/projects/contract.ts";
import { planJourney } from "#shared/features/projects/journey.ts";
import type { Db } from "../../db/open.ts";
import type { ProjectAccess } from "../../project-access.ts";
import { projectQueries } from "./queries.ts";
import { verifyProject } from "./verify.ts";

/** Where the project lies, for display, and whether opening it had to rebuild its indexes. */
interface ProjectPlace {
  fileName: string;
  folder: string;
  mended: boolean;
  changesLost: boolean;
}

/** The open project itself: its name, its journey, its soundness. */
export function createProjectService(db: Db, at: ProjectPlace, access: ProjectAccess) {
  const queries = projectQueries(db);
  let latest: ReturnType<typeof queries.get> | null = null;

  /** What the project is called must be known even while its disk does not answer. */
  function getRow() {
    try {
      latest = queries.get();
    } catch (error) {
      access.note(error);
      if (access.reason() === null || latest === null) throw error;
    }
    return latest;
  }

  function info(): ProjectInfo {
    const row = getRow();
    return {
      id: row.public_id,
      name: row.name,
      taskType: row.task_type,
      fileName: at.fileName,
      folder: at.folder,
      description: row.description,
      licence: row.licence,
      attribution: row.attribution,
      createdAtMs: row.created_at_ms,
      readOnly: access.reason() !== null,
      readOnlyReason: access.reason(),
      mended: at.mended,
      changesLost: at.changesLost,
    };
  }

  return {
    info,
    rename(name: string): ProjectInfo {
      queries.rename(name);
      return info();
    },
    describe(values: { description: string; licence: string; attribution: string }): ProjectInfo {
      queries.describe(values);
      return info();
    },
    journey({ total, ...answers }: QueueCounts): Journey {
      const row = queries.get();
      const counts = queries.journey();
      return planJourney({
        ...counts,
        ...answers,
        examples: total,
        taskType: row.task_type,
        hasPrompt: counts.hasPrompt === 1,
        checked: counts.checkedRevision === row.revision,
        rarestLabel: queries.rarestLabel() ?? null,
      });
    },
    /** Looks through the whole file; `verifyVersions` recomputes the hashes of frozen versions. */
    verify: (verifyVersions: () => string[]) => verifyProject(db, queries, verifyVersions),
  };
}
