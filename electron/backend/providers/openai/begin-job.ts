import { AppError } from "#shared/errors/app-error.ts";
import { closingState, isPast } from "#shared/features/providers/closing.ts";
import type { TrainingContext } from "../provider.ts";
import { MINIMUM_TRAIN_ROWS } from "./capabilities.ts";
import { createdJob } from "./find-job.ts";
import { jobBody } from "./job-body.ts";
import { outgoingFiles } from "./outgoing-files.ts";
import { createJob, deleteFile, listModels, uploadFile } from "./requests.ts";
import { asFailure, type Service } from "./service.ts";
import { backoffMs, BEFORE_LEAVING, onlyOnClose, pause } from "./timing.ts";
import type { RemoteJob } from "./wire.ts";

/** Creations of one job, each only after the service's list has shown that the one before did not happen. */
const MAX_CREATIONS = 3;

/** Uploads what is not there yet and starts the job, never twice. Resolves with the job's id at the service. */
export async function beginJob(service: Service, context: TrainingContext): Promise<string> {
  const isTakenUp = context.remote.fileIds.length > 0;
  await refuseWhatIsClosing(service, context);
  const fileIds = await uploadMissing(service, context);
  const signal = onlyOnClose(context.signal);
  const found = isTakenUp ? await findCreated(service, context, fileIds, signal) : null;
  const job = found ?? (await createOnce(service, context, fileIds, signal));
  context.saveRemote({ jobId: job.id, status: job.status, raw: JSON.stringify(job) });
  return job.id;
}

/** Asked before any data leaves: is the key good, does the model stay, does the service still take jobs. */
async function refuseWhatIsClosing(service: Service, context: TrainingContext): Promise<void> {
  const { taskType } = context.dataset.version;
  if (taskType === "rank" && !service.traits.trainsPreferences)
    throw new AppError("preferencesNotTrained");
  const nowMs = service.timing.nowMs();
  const lastDay = service.traits.lastDayForNewJobs;
  if (lastDay !== null && isPast(lastDay, nowMs)) throw new AppError("notEntitled");
  context.report({ phase: "preparing", done: 0 });
  const models = await service.askPatiently({ ...listModels, signal: context.signal }).catch(
    // A service may well train models that it does not list.
    (error: unknown) => {
      if (error instanceof AppError && error.code === "serviceRefused") return { data: [] };
      throw error;
    },
  );
  const known = models.data.find((model) => model.id === context.baseModel);
  const date = known?.shutdown_date ?? null;
  if (date !== null && closingState(date, nowMs) === "past") {
    throw new AppError("modelClosing", { model: context.baseModel, date });
  }
}

async function uploadMissing(service: Service, context: TrainingContext): Promise<string[]> {
  const files = outgoingFiles(context.dataset);
  const rows = files[0]?.rows ?? 0;
  if (rows < MINIMUM_TRAIN_ROWS) {
    throw new AppError("tooFewTrainRows", { rows, minimum: MINIMUM_TRAIN_ROWS });
  }
  const total = files.reduce((sum, file) => sum + file.content.length, 0);
  const fileIds = [...context.remote.fileIds];
  let done = 0;
  for (const [index, file] of files.entries()) {
    if (fileIds[index] === undefined) {
      context.report({ phase: "uploading", done, total });
      const uploaded = await service.askPatiently({
        ...uploadFile(file),
        timeoutMs: service.timing.uploadMs,
        signal: context.signal,
        onTrouble: (error) => context.report({ phase: "uploading", done, total }, error),
      });
      fileIds.push(uploaded.id);
      context.saveRemote({ fileIds });
    }
    done += file.content.length;
  }
  context.report({ phase: "uploading", done, total });
  return fileIds;
}

/** Takes uploaded files back from the service when no job will use them; what fails stays there. */
export async function removeUploads(service: Service, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) {
    await service.askPatiently({ ...deleteFile(fileId), ...BEFORE_LEAVING }).catch(() => undefined);
  }
}

async function createOnce(
  service: Service,
  context: TrainingContext,
  fileIds: string[],
  signal: AbortSignal,
): Promise<RemoteJob> {
  const body = jobBody(service.traits, context, fileIds);
  context.report({ phase: "queuedRemotely", done: 0 });
  for (let creation = 1; ; creation++) {
    if (context.signal.aborted) throw new AppError("cancelled");
    try {
      return await service.ask({ ...createJob(body), signal });
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (signal.aborted) throw failure.appError;
      if (failure.mayHaveArrived) {
        const found = await findCreated(service, context, fileIds, signal);
        if (found) return found;
      }
      if (!failure.isPassing || creation >= MAX_CREATIONS) throw failure.appError;
      context.report({ phase: "queuedRemotely", done: 0 }, failure.appError);
      await pause(failure.waitMs ?? backoffMs(creation, service.timing), context.signal);
    }
  }
}

/** Looks for a job that may have been made; null is certain. Rejects with `jobDoubtful` when it cannot tell. */
async function findCreated(
  service: Service,
  context: TrainingContext,
  fileIds: string[],
  signal: AbortSignal,
): Promise<RemoteJob | null> {
  try {
    return await createdJob(service, { clientId: context.clientId, fileIds }, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AppError("jobDoubtful");
  }
}
