import type { NoMessages } from "../versions/chat-messages.ts";
import type { NoPair } from "../versions/preference-pairs.ts";
import type { Split } from "../versions/split.ts";

export type LeftOutReason = NoMessages | NoPair;

/** An example of the version that a format cannot carry. */
export interface LeftOut {
  id: string;
  split: Split;
  reason: LeftOutReason;
}

const REASONS: Record<LeftOutReason, string> = {
  notText: "the answer is not plain text",
  toolTurns: "the conversation holds turns of a tool, whose calls are not known",
  nothingToLearn: "every reply of the assistant has weight 0",
  tie: "the responses were judged equally good",
  bothBad: "all responses were judged bad",
  noOriginal: "the response was written afresh, so there is no text that it is better than",
  sameText: "the responses are the same text",
  endsWithReply: "the conversation ends with the assistant, so nothing is asked",
};

/** What was left out and why, one line a reason; null when nothing was. */
export function leftOutLines(leftOut: readonly LeftOut[]): string[] | null {
  if (leftOut.length === 0) return null;
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  return [...byReason].map(([reason, rows]) => `${rows.length}: ${REASONS[reason]}`);
}
