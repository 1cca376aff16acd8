import { normaliseInput } from "../examples/normalise-input.ts";
import type { AnswerValue } from "./answer-value.ts";

/**
 * The answer with the text it grew out of, so that both together show what is better and what is worse.
 * `before` is the answer in force, which counts when it came with a file; a later edit keeps the first original.
 */
export function keepOriginal(
  value: AnswerValue,
  before: AnswerValue | null,
  beforeIsFiles: boolean,
): AnswerValue {
  if (value.kind !== "write") return value;
  const kept = before?.kind === "write" ? before : null;
  const original = value.original ?? (beforeIsFiles ? kept?.response : kept?.original);
  const { original: _, ...plain } = value;
  const isEdited =
    original !== undefined && normaliseInput(original) !== normaliseInput(value.response);
  return isEdited && original.trim() !== "" ? { ...plain, original } : plain;
}
