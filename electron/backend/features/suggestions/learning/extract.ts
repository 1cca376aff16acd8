import { learnPassages } from "#shared/features/suggestions/known-passages.ts";
import { type Learn, NO_PROPOSAL } from "./proposal.ts";

/** Passages that were labelled before, found again word for word. */
export const learnExtract: Learn = (rows, { isStopped }) => {
  const answers = rows.flatMap(({ input, value }) =>
    value.kind === "extract" ? [{ input, spans: value.spans }] : [],
  );
  if (answers.every(({ spans }) => spans.length === 0)) return null;
  const known = learnPassages(answers, isStopped);
  return ({ input }) => {
    const found = known.find(input);
    if (found.length === 0) return NO_PROPOSAL;
    const confidence = found.reduce((sum, each) => sum + each.confidence, 0) / found.length;
    const least = Math.min(...found.map((each) => each.confidence));
    return {
      value: {
        kind: "extract",
        spans: found.map(({ start, end, labelId }) => ({ start, end, labelId })),
      },
      confidence,
      uncertainty: 1 - least,
    };
  };
};
