import { z } from "zod";
import type { TaskType } from "../projects/task-type.ts";

export const HandoffFormat = z.enum([
  "openai-chat",
  "jsonl",
  "csv",
  "csv-excel",
  "preference",
  "trl-preference",
  "doccano",
  "prodigy",
  "label-studio",
  "conll",
]);
export type HandoffFormat = z.infer<typeof HandoffFormat>;

const PLAIN: readonly HandoffFormat[] = ["jsonl", "csv", "csv-excel"];
const FITTING: Record<TaskType, readonly HandoffFormat[]> = {
  classify: ["openai-chat", ...PLAIN, "doccano", "label-studio"],
  tag: ["openai-chat", ...PLAIN, "doccano", "label-studio"],
  write: ["openai-chat", ...PLAIN, "preference", "trl-preference"],
  chat: ["openai-chat", ...PLAIN],
  extract: ["doccano", "prodigy", "label-studio", "conll", ...PLAIN],
  rank: ["preference", "trl-preference", ...PLAIN],
};

/** The formats that can carry the answers of a task, the likeliest first. */
export const formatsFor = (taskType: TaskType): readonly HandoffFormat[] => FITTING[taskType];

export const fileEnding = (format: HandoffFormat): string => {
  if (format === "csv" || format === "csv-excel") return "csv";
  if (format === "label-studio") return "json";
  return format === "conll" ? "conll" : "jsonl";
};
