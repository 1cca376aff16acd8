import { AppError } from "#shared/errors/app-error.ts";
import type {
  InspectedBundle,
  LabelChoice,
  MergeCounts,
} from "#shared/features/handouts/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import type { ExpertService } from "../experts/service.ts";
import type { Inspection } from "./inspections.ts";
import { listUnknownLabels } from "./merging/label-plan.ts";
import { createMerger, type ReturnBundle } from "./merging/merge-return.ts";
import { mergedBundleQueries } from "./merging/queries.ts";
import type { Senders } from "./senders.ts";

interface MergeBackDeps {
  experts: ExpertService;
  senders: Senders;
  projectId: () => string;
  taskType: () => TaskType;
  record: <T>(act: () => T) => T;
}

/** Carries the result of a transaction that is rolled back. */
class RolledBack extends Error {
  readonly counts: MergeCounts;
  constructor(counts: MergeCounts) {
    super("rolled back");
    this.counts = counts;
  }
}

/** Taking over what came back. */
export function createMergeBack(db: Db, deps: MergeBackDeps) {
  const { experts, senders } = deps;
  const merge = createMerger(db, deps);
  const bundles = mergedBundleQueries(db);

  /** Throws `bundleOfOtherKind`, `bundleOfOtherProject`. */
  function asReturn({ bundle, fileName }: Inspection): ReturnBundle {
    if (bundle.kind !== "return")
      throw new AppError("bundleOfOtherKind", { name: fileName, problem: bundle.kind });
    const { project } = bundle.manifest;
    if (project.id !== deps.projectId())
      throw new AppError("bundleOfOtherProject", { name: fileName, project: project.name });
    return bundle;
  }

  function mergeAs(bundle: ReturnBundle, trust: boolean, labels: readonly LabelChoice[]) {
    const { sender, handoutId } = bundle.manifest;
    const me = experts.getPersonKey();
    return merge({ bundle, labels, me, sender: senders.getKey(sender, handoutId, trust) });
  }

  return {
    /** What a return says about itself, judged by what this project knows. */
    describe: (
      inspection: Inspection,
    ): Pick<InspectedBundle, "alreadyMerged" | "unknownLabels"> & {
      sender: ReturnType<Senders["judge"]>;
    } => {
      const bundle = asReturn(inspection);
      return {
        sender: senders.judge(bundle.manifest.sender),
        alreadyMerged: bundles.isMerged(bundle.manifest.bundleId),
        unknownLabels: listUnknownLabels(db, bundle.rows),
      };
    },

    /** What merging would do: it is done, counted and rolled back, so that the count cannot be wrong. */
    preview: (inspection: Inspection, labels: readonly LabelChoice[]): MergeCounts => {
      const bundle = asReturn(inspection);
      senders.judge(bundle.manifest.sender);
      try {
        db.transaction(() => {
          throw new RolledBack(mergeAs(bundle, true, labels));
        })();
      } catch (error) {
        if (error instanceof RolledBack) return error.counts;
        throw error;
      }
      throw new Error("the preview was not rolled back");
    },

    /** Confirming a sender is no part of the step: undo takes answers back, not what people told each other. */
    merge: (
      inspection: Inspection,
      trust: boolean,
      labels: readonly LabelChoice[],
    ): MergeCounts => {
      const bundle = asReturn(inspection);
      const { sender, handoutId } = bundle.manifest;
      db.transaction(() => {
        experts.getPersonKey();
        senders.getKey(sender, handoutId, trust);
      })();
      return deps.record(() => mergeAs(bundle, false, labels));
    },

    listMerged: bundles.list,
  };
}
