import { normaliseInput } from "../examples/normalise-input.ts";
import type { AnswerValue } from "./answer-value.ts";

/** Equal for two answers that say the same: order of tags and spacing of texts do not matter. */
export function answerKey(value: AnswerValue): string {
  switch (value.kind) {
    case "classify":
      return value.labelId;
    case "tag":
      return JSON.stringify(value.labelIds.toSorted());
    case "write":
      return normaliseInput(value.response);
    case "chat":
      return JSON.stringify(value.turns.map((turn) => [turn.role, normaliseInput(turn.content)]));
    case "extract":
      return JSON.stringify(
        value.spans.map((s) => [s.start, s.end, s.labelId].join(" ")).toSorted(),
      );
    case "rank":
      return `${value.outcome} ${value.preferred ?? ""}`;
  }
}
