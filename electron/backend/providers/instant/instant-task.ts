import type { LinearFacts, LinearTask } from "./train-linear.ts";
import type { TagTask } from "./train-tags.ts";

/** What the training thread is given. */
export type InstantTask =
  | ({ kind: "linear" } & LinearTask)
  | ({ kind: "tags" } & TagTask)
  | { kind: "retrieval"; inputs: string[]; responses: string[] };

/** What it gives back: the model file, and what is worth telling. */
export interface InstantTrained {
  file: Uint8Array;
  linear: LinearFacts | null;
}
