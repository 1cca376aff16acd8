import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { describeChatChanges } from "./chat/index.ts";
import { describeSpanChanges } from "./spans/index.ts";

/**
 * What an answer of several parts changed against the one before, in words; nothing for answers that are read
 * at one glance, and where there is nothing to compare with.
 */
export function describeChanges(
  before: AnswerValue | null | undefined,
  after: AnswerValue | null,
  labels: readonly Label[],
  input: string,
): string[] {
  if (before?.kind === "extract" && after?.kind === "extract")
    return describeSpanChanges(before, after, labels, input);
  if (before?.kind === "chat" && after?.kind === "chat") return describeChatChanges(before, after);
  return [];
}
