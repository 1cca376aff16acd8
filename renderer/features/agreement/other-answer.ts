import type { Dispute } from "../../../shared/features/agreement/contract.ts";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";

type Span = Extract<AnswerValue, { kind: "extract" }>["spans"][number];

/** Every span that anybody marked, once, in the order of the text. */
export function spansOfAll({ answers }: Pick<Dispute, "answers">): Span[] {
  const spans = answers.flatMap(({ value }) => (value.kind === "extract" ? value.spans : []));
  const byKey = new Map(
    spans.map((span) => [`${span.start} ${span.end} ${span.labelId}`, span] as const),
  );
  return [...byKey.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What another answer begins with: the one chosen before, or one that nobody gave. */
export function beginOther(
  dispute: Dispute,
  labels: readonly Label[],
  chosen: AnswerValue | null,
): AnswerValue | null {
  if (chosen) return chosen;
  const first = dispute.answers[0]?.value;
  if (first?.kind !== "classify") return first ?? null;
  const given = new Set(
    dispute.answers.map(({ value }) => (value.kind === "classify" ? value.labelId : "")),
  );
  const other = labels.find(({ labelId }) => !given.has(labelId)) ?? labels[0];
  return other ? { kind: "classify", labelId: other.labelId } : first;
}
