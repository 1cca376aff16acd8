import { hostOf } from "./service-traits.ts";

/** What training costs at one service, as last read; edit freely, and move `asOf` along. */
export interface TrainingPrice {
  /** Host (or end of it) that bills this price. */
  host: string;
  /** The model's name, or the beginning of it. */
  model: string;
  usdPerMillionTokens: number;
  /** ISO date on which the source was read. */
  asOf: string;
}

export const TRAINING_PRICES: readonly TrainingPrice[] = [
  // OpenAI pricing page as quoted by third-party price tables, mid-2026.
  { host: "api.openai.com", model: "gpt-4.1-mini", usdPerMillionTokens: 5, asOf: "2026-07-01" },
  { host: "api.openai.com", model: "gpt-4.1-2025", usdPerMillionTokens: 25, asOf: "2026-07-01" },
  // OpenAI fine-tuning guide: 100,000 tokens × 3 epochs cost $0.90.
  { host: "api.openai.com", model: "gpt-4o-mini", usdPerMillionTokens: 3, asOf: "2026-04-01" },
  { host: "api.openai.com", model: "gpt-4o-2024", usdPerMillionTokens: 25, asOf: "2025-12-01" },
  // Nebius cookbook, a LoRA run on an 8B model in December 2025.
  {
    host: "nebius.com",
    model: "meta-llama/Meta-Llama-3.1-8B",
    usdPerMillionTokens: 0.4,
    asOf: "2025-12-01",
  },
];

/** The most specific known price, or undefined: then the screen says that no estimate is available. */
export function findTrainingPrice(baseUrl: string, model: string): TrainingPrice | undefined {
  const host = hostOf(baseUrl);
  return TRAINING_PRICES.filter(
    (price) =>
      (host === price.host || host.endsWith(`.${price.host}`)) && model.startsWith(price.model),
  ).toSorted((a, b) => b.model.length - a.model.length)[0];
}

/** Range of epochs that services choose by themselves when none are asked for. */
const AUTOMATIC_EPOCHS = { low: 1, high: 3 };

/** Cost in US dollars: tokens × epochs ÷ 1,000,000 × price; a range when the service chooses the epochs. */
export function estimateCost(tokens: number, epochs: number | undefined, price: TrainingPrice) {
  const cost = (count: number) => (tokens * count * price.usdPerMillionTokens) / 1e6;
  return {
    low: cost(epochs ?? AUTOMATIC_EPOCHS.low),
    high: cost(epochs ?? AUTOMATIC_EPOCHS.high),
    currency: "USD",
    asOf: price.asOf,
  };
}
