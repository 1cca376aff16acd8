/**
 * Tokens of one example that fine-tuning services read; what is longer is cut off at the end, which is
 * the answer. Source: the examples-per-model tables of the OpenAI and Azure fine-tuning guides (65,536
 * for gpt-4o, gpt-4o-mini and gpt-4.1).
 */
export const CONTEXT_LIMIT = 65_536;

/** With fewer decided choices it is chance where the preferred response stood. */
export const LEAST_CHOICES = 20;

/** From this share on, the preferred response nearly always stood in the same place. */
export const ONE_SIDED_SHARE = 0.9;

/** Fewer answered examples than this no service accepts for training. */
export const LEAST_LABELLED = 10;

/** With fewer answered examples a tuned model rarely beats its base. Source: OpenAI fine-tuning guide. */
export const RECOMMENDED_LABELLED = 50;
