import type { AnswerValue } from "../annotations/answer-value.ts";
import type { FrozenAnswer } from "./frozen-example.ts";

/** An answer cut loose from the project: label ids become names. */
export function freezeAnswer(
  value: AnswerValue,
  nameOf: (labelId: string) => string,
): FrozenAnswer {
  switch (value.kind) {
    case "classify":
      return { kind: "classify", label: nameOf(value.labelId) };
    case "tag":
      return { kind: "tag", labels: value.labelIds.map(nameOf) };
    case "extract":
      return {
        kind: "extract",
        spans: value.spans.map(({ start, end, labelId }) => ({
          start,
          end,
          label: nameOf(labelId),
        })),
      };
    case "rank":
      return {
        kind: "rank",
        outcome: value.outcome,
        preferred: value.preferred,
        reasons: value.reasons,
      };
    case "write":
    case "chat":
      return value;
  }
}
