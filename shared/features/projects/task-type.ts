import { z } from "zod";

/**
 * What the model will learn: `classify` one label, `tag` several labels, `write` instruction → response,
 * `chat` several turns, `extract` labelled spans, `rank` preferred / rejected response.
 */
export const TaskType = z.enum(["classify", "tag", "write", "chat", "extract", "rank"]);
export type TaskType = z.infer<typeof TaskType>;

/** Task types whose whole journey works today; the others are carried by the data model already. */
export const COMPLETE_TASK_TYPES: readonly TaskType[] = TaskType.options;

/** Task types whose answers name labels from the label list. */
export const LABELLED_TASK_TYPES: readonly TaskType[] = ["classify", "tag", "extract"];
