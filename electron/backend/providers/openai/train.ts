import { AppError } from "#shared/errors/app-error.ts";
import type { TrainingContext, TrainingOutcome } from "../provider.ts";
import { beginJob, removeUploads } from "./begin-job.ts";
import { openService, requireConnection, type TraitsOf } from "./service.ts";
import type { Timing } from "./timing.ts";
import { cancelAtService, watchJob } from "./watch-job.ts";

/** Trains at a service, or goes on with a run that was begun there. */
export async function trainAtService(
  context: TrainingContext,
  timing: Timing,
  traitsOf: TraitsOf,
): Promise<TrainingOutcome> {
  const service = openService(requireConnection(context.connection), timing, traitsOf);
  let fileIds = [...context.remote.fileIds];
  let jobId = context.remote.jobId;
  const watched: TrainingContext = {
    ...context,
    saveRemote(patch) {
      fileIds = patch.fileIds ?? fileIds;
      jobId = patch.jobId ?? jobId;
      context.saveRemote(patch);
    },
  };
  try {
    jobId ??= await beginJob(service, watched);
    return await watchJob(service, watched, jobId);
  } catch (error) {
    if (!context.signal.aborted || context.signal.reason === "close") throw error;
    if (jobId === null) {
      await removeUploads(service, fileIds);
      throw new AppError("cancelled");
    }
    const outcome = await cancelAtService(service, watched, jobId);
    if (outcome) return outcome;
    throw new AppError("cancelled");
  }
}
