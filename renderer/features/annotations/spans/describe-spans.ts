import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import { spanChanges } from "../../../../shared/features/annotations/spans/span-changes.ts";
import { type Span, spanText } from "../../../../shared/features/annotations/spans/span-edits.ts";
import { textOffsets } from "../../../../shared/features/annotations/spans/text-offsets.ts";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { t } from "../../../client/text.ts";
import { quoted } from "./quoted.ts";

type Extracted = Extract<AnswerValue, { kind: "extract" }>;

function teller(labels: readonly Label[], input: string) {
  const offsets = textOffsets(input);
  const names = new Map(labels.map(({ labelId, name }) => [labelId, name]));
  return {
    nameOf: (span: Span) => names.get(span.labelId) ?? t("annotations.summary.removedLabel"),
    textOf: (span: Span) => quoted(spanText(input, offsets, span)),
  };
}

/** The marked passages of an answer in one sentence, in reading order. */
export function describeSpans(value: Extracted, labels: readonly Label[], input: string): string {
  if (value.spans.length === 0) return t("annotations.spans.nothing");
  const { nameOf, textOf } = teller(labels, input);
  return value.spans.map((span) => `${nameOf(span)} “${textOf(span)}”`).join(", ");
}

/** What one answer marks otherwise than the one before, a line for each passage. */
export function describeSpanChanges(
  before: Extracted,
  after: Extracted,
  labels: readonly Label[],
  input: string,
): string[] {
  const { nameOf, textOf } = teller(labels, input);
  const changes = spanChanges(before.spans, after.spans);
  const paramsOf = (span: Span) => ({ label: nameOf(span), text: textOf(span) });
  const lines = [
    ...changes.relabelled.map((change) =>
      t("annotations.spans.relabelled", {
        before: nameOf(change.before),
        after: nameOf(change.after),
        text: textOf(change.after),
      }),
    ),
    ...changes.added.map((span) => t("annotations.spans.added", paramsOf(span))),
    ...changes.removed.map((span) => t("annotations.spans.removed", paramsOf(span))),
  ];
  return lines.length > 0 ? lines : [t("annotations.spans.same")];
}
