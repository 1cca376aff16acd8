import { AppError } from "#shared/errors/app-error.ts";
import type { Provider } from "../provider.ts";
import { makeInstantAnswerers } from "./answerers.ts";
import { CAPABILITIES } from "./capabilities.ts";
import { estimateInstant } from "./estimate.ts";
import { decodeInstantModel } from "./instant-models.ts";
import { trainInstant } from "./train.ts";

/**
 * The model that is always there: a linear classifier over word and character runs, or the answer of the
 * nearest example. Not a language model: the baseline that a fine-tuned one has to beat.
 */
export function createInstantProvider(): Provider {
  return {
    providerId: "instant",
    capabilities: CAPABILITIES,
    checkAccess: async () => ({ state: "ok" }),
    listBaseModels: async () => [{ model: "instant", shutdownDate: null }],
    estimate: estimateInstant,
    outgoingFiles: () => [],
    train: trainInstant,
    async makeAnswerers({ artefact, tunedModel }) {
      if (!artefact) throw new AppError("trainingNotDone");
      return makeInstantAnswerers(decodeInstantModel(artefact, tunedModel), tunedModel);
    },
  };
}
