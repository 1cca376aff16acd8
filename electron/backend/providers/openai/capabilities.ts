import type { Capabilities } from "#shared/features/providers/contract.ts";

/** The protocol refuses files with fewer lines. */
export const MINIMUM_TRAIN_ROWS = 10;

export const CAPABILITIES: Capabilities = {
  runsOnThisComputer: false,
  isLanguageModel: true,
  needsConnection: true,
  taskTypes: ["classify", "tag", "write", "chat", "rank"],
  minimumTrainRows: MINIMUM_TRAIN_ROWS,
  hasLossCurve: true,
  hyperparameters: ["epochs", "batchSize", "learningRateMultiplier"],
};
