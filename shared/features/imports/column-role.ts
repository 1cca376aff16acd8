import { z } from "zod";
import type { TaskType } from "../projects/task-type.ts";

/** What a column of an imported file means; `field` keeps it beside the example without meaning. */
export const ColumnRole = z.enum([
  "input",
  "response",
  "label",
  "labels",
  "messages",
  "spans",
  "chosen",
  "rejected",
  "preference",
  "group",
  "split",
  "id",
  "field",
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** Columns that a `rank` example takes its responses from. */
export const RESPONSE_ROLES: readonly ColumnRole[] = ["response", "chosen", "rejected"];

/** Whether the columns with these roles can make an example of this task; null when they can. */
export function missingFor(
  roles: readonly ColumnRole[],
  taskType: TaskType,
): "input" | "responses" | null {
  const has = (role: ColumnRole) => roles.includes(role);
  const holdsPrompt = taskType === "rank" && has("chosen") && has("rejected");
  const isConversation = (taskType === "chat" || taskType === "rank") && has("messages");
  if (!has("input") && !isConversation && !holdsPrompt) return "input";
  if (taskType !== "rank") return null;
  return roles.filter((role) => RESPONSE_ROLES.includes(role)).length < 2 ? "responses" : null;
}
