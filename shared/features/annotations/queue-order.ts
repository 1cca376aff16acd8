import { z } from "zod";

/** In which order the examples of a queue come. */
export const QueueOrder = z.enum([
  "file",
  /** Shuffled, the same way for ever in one project. */
  "random",
  /** What the model is least sure of first. */
  "unsure",
  /** Each as unlike as can be to those before it. */
  "diverse",
  /** What brings most for the seconds it takes. */
  "quick",
]);
export type QueueOrder = z.infer<typeof QueueOrder>;
