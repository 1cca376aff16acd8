import type { Capabilities } from "#shared/features/providers/contract.ts";

export const CAPABILITIES: Capabilities = {
  runsOnThisComputer: true,
  isLanguageModel: false,
  needsConnection: false,
  taskTypes: ["classify", "write"],
  minimumTrainRows: 2,
  hasLossCurve: false,
  hyperparameters: [],
};
