import type { Example } from "./contract.ts";

/** The example as somebody sees it who is to answer it without knowing what was answered before. */
export const hideAnswer = (example: Example): Example => ({
  ...example,
  status: "unlabelled",
  answer: null,
  answeredBy: null,
});
