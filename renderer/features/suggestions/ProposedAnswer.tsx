import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { AnswerLine } from "../annotations/index.ts";

interface ProposedAnswerProps {
  value: AnswerValue;
  labels: readonly Label[];
  input: string;
}

/** A proposed answer on one line: chips, or the beginning of its text. */
export function ProposedAnswer({ value, labels, input }: ProposedAnswerProps) {
  const text =
    value.kind === "write"
      ? value.response
      : value.kind === "chat"
        ? (value.turns.at(-1)?.content ?? "")
        : null;
  if (text === null) return <AnswerLine value={value} labels={labels} input={input} />;
  return (
    <span dir="auto" title={text} className="min-w-0 max-w-[48ch] truncate">
      {text}
    </span>
  );
}
