import type { ServiceTraits } from "#shared/features/providers/service-traits.ts";
import type { Hyperparameters } from "#shared/features/training/contract.ts";
import type { TrainingContext } from "../provider.ts";
import type { JobBody } from "./requests.ts";

/** What is asked of the service; parameters that the user left open are left out, so that it chooses. */
export function jobBody(
  traits: Pick<ServiceTraits, "hyperparametersAtTop">,
  run: Pick<TrainingContext, "baseModel" | "clientId" | "dataset" | "hyperparameters">,
  fileIds: readonly string[],
): JobBody {
  const [trainingFile, validationFile] = fileIds;
  if (trainingFile === undefined) throw new Error("the training file was not uploaded");
  const body: JobBody = {
    model: run.baseModel,
    training_file: trainingFile,
    suffix: `tacit-v${run.dataset.version.number}`,
    metadata: { client_id: run.clientId },
  };
  if (validationFile !== undefined) body.validation_file = validationFile;
  const hyperparameters = wireHyperparameters(run.hyperparameters);
  // Without a method the file would be taken for supervised training, and be refused.
  if (run.dataset.version.taskType === "rank")
    return { ...body, method: { type: "dpo", dpo: { hyperparameters } } };
  if (Object.keys(hyperparameters).length === 0) return body;
  return traits.hyperparametersAtTop
    ? { ...body, hyperparameters }
    : { ...body, method: { type: "supervised", supervised: { hyperparameters } } };
}

function wireHyperparameters(chosen: Hyperparameters): Record<string, number> {
  const wire: Record<string, number> = {};
  if (chosen.epochs !== undefined) wire["n_epochs"] = chosen.epochs;
  if (chosen.batchSize !== undefined) wire["batch_size"] = chosen.batchSize;
  if (chosen.learningRateMultiplier !== undefined) {
    wire["learning_rate_multiplier"] = chosen.learningRateMultiplier;
  }
  return wire;
}
