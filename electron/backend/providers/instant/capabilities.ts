import type { Capabilities } from "#shared/features/providers/contract.ts";

export const CAPABILITIES: Capabilities = {
  runsOnThisComputer: true,
  isLanguageModel: false,
  needsConnection: false,
  taskTypes: ["classify", "tag", "write", "chat"],
  minimumTrainRows: 2,
  hasLossCurve: false,
  hyperparameters: [],
};
