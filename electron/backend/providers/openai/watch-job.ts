import { AppError } from "#shared/errors/app-error.ts";
import type { Progress } from "#shared/features/jobs/contract.ts";
import { translate } from "#shared/messages/translate.ts";
import type { TrainingContext, TrainingOutcome } from "../provider.ts";
import { deployLastCheckpoint } from "./deploy.ts";
import { createNewsReader, type StepProgress } from "./job-news.ts";
import { cancelJob, getJob } from "./requests.ts";
import { asFailure, type Service } from "./service.ts";
import { backoffMs, BEFORE_LEAVING, pause } from "./timing.ts";
import type { RemoteJob } from "./wire.ts";

/** Looks in a row that must find the job gone before it counts as gone. */
const GONE_AFTER_LOOKS = 3;
/** States in which a job goes on by itself. */
const OPEN = new Set(["validating_files", "queued", "running"]);
/** The pause grows by this factor while nothing changes. */
const SLOW_DOWN = 1.5;

/**
 * Watches a job at the service to its end. An outage, a key that is missing for now or a sign-in page in
 * between never ends it: the run goes on at the service, so Tacit shows the trouble and keeps looking.
 */
export async function watchJob(
  service: Service,
  context: TrainingContext,
  jobId: string,
): Promise<TrainingOutcome> {
  const news = createNewsReader(service, context, jobId);
  let namelessLooks = 0;
  let pauseMs = service.timing.pollMs;
  let lastStatus = "";
  let progress: Progress = { phase: "waiting", done: 0 };
  for (;;) {
    const job = await lookUntilAnswered(service, context, { jobId, progress });
    context.saveRemote(remoteState(job, context));
    const steps = await news.read();
    progress = progressOf(job, steps);
    context.report(progress);
    const outcome = outcomeOf(job);
    if (outcome) return outcome;
    if (job.status === "succeeded" && service.traits.deployment === "modelsV0") {
      return deployLastCheckpoint(service, context, jobId);
    }
    if (job.status === "succeeded" && ++namelessLooks >= service.timing.namelessLooks) {
      throw new AppError("modelNotCallable", { model: jobId });
    }
    pauseMs =
      job.status === lastStatus
        ? Math.min(pauseMs * SLOW_DOWN, service.timing.maxPollMs)
        : service.timing.pollMs;
    lastStatus = job.status;
    await pause(pauseMs, context.signal);
  }
}

/**
 * Ends the job at the service. Resolves with its outcome when it had already succeeded, else with null; a
 * cancel that the service does not confirm is noted among the run's messages, because the job may go on.
 */
export async function cancelAtService(
  service: Service,
  context: TrainingContext,
  jobId: string,
): Promise<TrainingOutcome | null> {
  try {
    const job = await service
      .askPatiently({ ...cancelJob(jobId), ...BEFORE_LEAVING })
      // Refused: it ended before the cancel arrived. Its state tells how.
      .catch(() => service.askPatiently({ ...getJob(jobId), ...BEFORE_LEAVING }));
    context.saveRemote(remoteState(job, context));
    if (job.status === "succeeded") return outcomeOf(job);
    if (OPEN.has(job.status)) noteUnconfirmed(context, jobId);
  } catch {
    noteUnconfirmed(context, jobId);
  }
  return null;
}

function noteUnconfirmed(context: TrainingContext, jobId: string) {
  const message = translate("providers.service.cancelUnconfirmed", {});
  const eventId = `cancel-${jobId}`;
  context.addEvents([{ eventId, atMs: Date.now(), level: "warn", message }]);
}

async function lookUntilAnswered(
  service: Service,
  context: TrainingContext,
  { jobId, progress }: { jobId: string; progress: Progress },
): Promise<RemoteJob> {
  let goneLooks = 0;
  for (let attempt = 0; ; attempt++) {
    try {
      return await service.ask({ ...getJob(jobId), signal: context.signal });
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (context.signal.aborted) throw failure.appError;
      goneLooks = failure.status === 404 ? goneLooks + 1 : 0;
      if (goneLooks >= GONE_AFTER_LOOKS) throw new AppError("remoteJobGone", { jobId });
      context.report(progress, failure.appError);
      await pause(failure.waitMs ?? backoffMs(attempt, service.timing), context.signal);
    }
  }
}

function remoteState(job: RemoteJob, context: TrainingContext) {
  return {
    status: job.status,
    tunedModel: job.fine_tuned_model ?? context.remote.tunedModel,
    trainedTokens: job.trained_tokens ?? null,
    raw: JSON.stringify(job),
  };
}

/** The model of a finished job, null while it is open or nameless. Rejects for a job that ended badly. */
function outcomeOf(job: RemoteJob): TrainingOutcome | null {
  if (job.status === "failed") {
    throw new AppError("remoteJobFailed", { detail: job.error?.message ?? job.status });
  }
  if (job.status === "cancelled") throw new AppError("remoteJobCancelled");
  if (job.status === "succeeded") {
    return job.fine_tuned_model ? { tunedModel: job.fine_tuned_model, artefact: null } : null;
  }
  return null;
}

/** A status that the protocol does not know means a job that is still open. */
function progressOf(job: RemoteJob, steps: StepProgress): Progress {
  if (job.status === "validating_files") return { phase: "validating", done: 0 };
  if (job.status === "running") return { phase: "training", ...steps };
  if (job.status === "succeeded") return { phase: "finishing", done: 0 };
  return { phase: "queuedRemotely", done: 0 };
}
