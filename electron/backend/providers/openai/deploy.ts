import { AppError } from "#shared/errors/app-error.ts";
import type { TrainingContext, TrainingOutcome } from "../provider.ts";
import { readPages } from "./pages.ts";
import { deployModel, getDeployed, listCheckpoints } from "./requests.ts";
import type { Service } from "./service.ts";
import { pause } from "./timing.ts";
import type { Checkpoint } from "./wire.ts";

/** Looks at a model that the service is loading: about ten minutes at the usual pace. */
const MAX_LOOKS = 120;

/**
 * Makes the last checkpoint of a finished job callable, at services where a job alone gives no model.
 * Source of the requests: Nebius Token Factory cookbook, 2026-08.
 */
export async function deployLastCheckpoint(
  service: Service,
  context: TrainingContext,
  jobId: string,
): Promise<TrainingOutcome> {
  const { signal } = context;
  const modelsUrl = `${new URL(service.baseUrl).origin}/v0/models`;
  const begun = context.remote.tunedModel;
  const tunedModel = begun ?? (await requestDeployment(service, context, { jobId, modelsUrl }));
  context.saveRemote({ tunedModel });
  for (let look = 0; look < MAX_LOOKS; look++) {
    const model = await service.askPatiently({ ...getDeployed(modelsUrl, tunedModel), signal });
    if (model.status === "active") return { tunedModel, artefact: null };
    if (model.status === "error") {
      const detail = JSON.stringify(model.error ?? model.status);
      throw new AppError("remoteJobFailed", { detail });
    }
    context.report({ phase: "finishing", done: 0 });
    await pause(service.timing.pollMs, signal);
  }
  throw new AppError("modelNotCallable", { model: tunedModel });
}

async function requestDeployment(
  service: Service,
  context: TrainingContext,
  at: { jobId: string; modelsUrl: string },
): Promise<string> {
  const pages = listCheckpoints(at.jobId);
  const checkpoints = await readPages<Checkpoint>(service, context.signal, pages, () => false);
  const last = checkpoints.toSorted((a, b) => (b.step_number ?? 0) - (a.step_number ?? 0))[0];
  if (!last) throw new AppError("modelNotCallable", { model: at.jobId });
  const model = await service.askPatiently({
    ...deployModel(at.modelsUrl, {
      name: `tacit-v${context.dataset.version.number}-${context.clientId.slice(-8)}`,
      base_model: context.baseModel,
      source: `${at.jobId}:${last.id}`,
      description: "Fine-tuned with Tacit",
    }),
    signal: context.signal,
  });
  return model.name;
}
