import { marginUncertainty } from "#shared/features/suggestions/uncertainty.ts";
import { learnOneVsRest } from "./one-vs-rest.ts";
import { type Learn, NO_PROPOSAL } from "./proposal.ts";

const PREFERRED = "preferred";
/** Below this the responses look alike to it. */
const LEAST_SHARE = 0.55;

/** Which response reads like those that were preferred. */
export const learnRank: Learn = (rows, watch) => {
  const responses = rows.flatMap(({ payload, value }) => {
    if (payload?.kind !== "rank" || value.kind !== "rank" || value.preferred === null) return [];
    return payload.responses.map((text, at) => ({
      text,
      labels: at === value.preferred ? [PREFERRED] : [],
    }));
  });
  const judge = learnOneVsRest(responses, watch);
  if (!judge) return null;
  return ({ payload }) => {
    if (payload?.kind !== "rank" || payload.responses.length < 2) return NO_PROPOSAL;
    const odds = payload.responses.map((text) => judge(text)[0]?.probability ?? 0);
    const sum = odds.reduce((a, b) => a + b, 0) || 1;
    const shares = odds.map((odd) => odd / sum);
    const confidence = Math.max(...shares);
    const preferred = shares.indexOf(confidence);
    return {
      value:
        confidence < LEAST_SHARE
          ? null
          : { kind: "rank", outcome: "preferred", preferred, reasons: [] },
      confidence,
      uncertainty: marginUncertainty(shares),
    };
  };
};
