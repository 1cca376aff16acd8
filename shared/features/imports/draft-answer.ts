import type { AnswerValue, ChatTurn } from "../annotations/answer-value.ts";

/** A stretch of text in code points, with its label by name. */
export interface NamedSpan {
  start: number;
  end: number;
  name: string;
}

type Rank = Extract<AnswerValue, { kind: "rank" }>;

/** What the answer columns of a row say; labels by name, because their ids are known only on writing. */
export type DraftAnswer =
  | { kind: "label"; name: string }
  | { kind: "labels"; names: string[] }
  | { kind: "response"; text: string }
  | { kind: "spans"; spans: NamedSpan[] }
  | { kind: "turns"; turns: ChatTurn[] }
  | { kind: "preference"; outcome: Rank["outcome"]; preferred: number | null };

/** The labels that an answer of a file names. */
export function draftNames(answer: DraftAnswer | null): readonly string[] {
  if (answer?.kind === "label") return [answer.name];
  if (answer?.kind === "labels") return answer.names;
  if (answer?.kind === "spans") return answer.spans.map(({ name }) => name);
  return [];
}
