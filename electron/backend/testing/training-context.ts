import type { FrozenDataset, TrainingContext } from "../providers/provider.ts";

/** What a provider is given for a run that nothing is known of yet; `change` sets what a test is about. */
export const makeTrainingContext = (
  dataset: FrozenDataset,
  change: Partial<TrainingContext>,
): TrainingContext => ({
  dataset,
  baseModel: "base",
  hyperparameters: {},
  connection: null,
  clientId: "client",
  remote: {
    fileIds: [],
    jobId: null,
    status: null,
    tunedModel: null,
    trainedTokens: null,
    raw: null,
  },
  saveRemote: () => {},
  addEvents: () => {},
  addMetrics: () => {},
  report: () => {},
  signal: new AbortController().signal,
  ...change,
});
