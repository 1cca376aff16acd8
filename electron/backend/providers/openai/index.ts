import { AppError } from "#shared/errors/app-error.ts";
import { serviceTraits } from "#shared/features/providers/service-traits.ts";
import type { Provider } from "../provider.ts";
import { makeServiceAnswerers, makeServiceProposer } from "./answerers.ts";
import { CAPABILITIES } from "./capabilities.ts";
import { outgoingFiles } from "./outgoing-files.ts";
import { listModels } from "./requests.ts";
import { openService, requireConnection, type TraitsOf } from "./service.ts";
import { PATIENT, type Timing } from "./timing.ts";
import { trainAtService } from "./train.ts";

/** Services that speak OpenAI's fine-tuning protocol; the parameters are for tests, which cannot wait or travel. */
export function createOpenAiProvider(
  timing: Partial<Timing> = {},
  traitsOf: TraitsOf = serviceTraits,
): Provider {
  const patience: Timing = { ...PATIENT, ...timing };
  return {
    providerId: "openai",
    capabilities: CAPABILITIES,

    async checkAccess(connection, signal) {
      try {
        const service = openService(requireConnection(connection), patience);
        await service.askPatiently({ ...listModels, signal, attempts: 2 });
        return { state: "ok" };
      } catch (error) {
        if (!(error instanceof AppError) || signal.aborted) throw error;
        const detail = String(error.params["detail"] ?? "");
        return { state: "problem", code: error.code, params: error.params, detail };
      }
    },

    async listBaseModels(connection, signal) {
      const service = openService(requireConnection(connection), patience);
      const models = await service.askPatiently({ ...listModels, signal, attempts: 2 });
      return models.data
        .map((model) => ({ model: model.id, shutdownDate: model.shutdown_date ?? null }))
        .toSorted((a, b) => a.model.localeCompare(b.model));
    },

    async estimate(dataset, baseModel, hyperparameters, connection = null) {
      // The tokeniser's table is large: loaded only when someone asks.
      const { estimate } = await import("./estimate.ts");
      return estimate(dataset, baseModel, hyperparameters, connection);
    },
    outgoingFiles,
    refuse({ version }, { baseUrl }) {
      if (version.taskType === "rank" && !traitsOf(baseUrl).trainsPreferences)
        throw new AppError("preferencesNotTrained");
    },
    train: (context) => trainAtService(context, patience, traitsOf),
    makeAnswerers: async (run) => makeServiceAnswerers(run, patience),
    makeProposer: (connection, model) => makeServiceProposer(connection, model, patience),
  };
}
