/** How one host differs from the common wire shape. */
export interface ServiceTraits {
  /** Hyperparameters go to the top level of the job instead of below `method`. */
  hyperparametersAtTop: boolean;
  /** `learning_rate_multiplier` is taken as the learning rate itself. */
  learningRateIsAbsolute: boolean;
  /**
   * How a finished model comes to answer: at once, once its owner deploys it on the service's site, or by a
   * request to `/v0/models` beside the address.
   */
  deployment: "none" | "byHand" | "modelsV0";
  /** Whether its jobs take pairs of a better and a worse answer (the method "dpo"). */
  trainsPreferences: boolean;
  /** Last ISO date on which the service still takes new fine-tuning jobs. */
  lastDayForNewJobs: string | null;
}

const COMMON: ServiceTraits = {
  hyperparametersAtTop: false,
  learningRateIsAbsolute: false,
  deployment: "none",
  trainsPreferences: false,
  lastDayForNewJobs: null,
};

/** Sources: Nebius cookbook 2026-08; Microsoft Foundry documentation 2026; OpenAI deprecations page 2026. */
const BY_HOST: readonly (readonly [suffix: string, traits: Partial<ServiceTraits>])[] = [
  [
    "nebius.com",
    { hyperparametersAtTop: true, learningRateIsAbsolute: true, deployment: "modelsV0" },
  ],
  ["openai.azure.com", { deployment: "byHand", trainsPreferences: true }],
  ["services.ai.azure.com", { deployment: "byHand", trainsPreferences: true }],
  ["api.openai.com", { lastDayForNewJobs: "2027-01-06", trainsPreferences: true }],
];

/** Host name of an http(s) address, in lower case; "" when there is none. */
export function hostOf(baseUrl: string): string {
  const host = /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(baseUrl)?.[1];
  return (host ?? "").toLowerCase();
}

/** What is known of the service behind an address; the common shape for an unknown one. */
export function serviceTraits(baseUrl: string): ServiceTraits {
  const host = hostOf(baseUrl);
  const known = BY_HOST.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`));
  return { ...COMMON, ...known?.[1] };
}
