import { mostDoubtful } from "#shared/features/suggestions/uncertainty.ts";
import { learnOneVsRest } from "./one-vs-rest.ts";
import type { Learn } from "./proposal.ts";

/** Several labels for each text; none at all is never proposed, as nobody may have looked. */
export const learnTag: Learn = (rows, watch) => {
  const tagged = rows.flatMap(({ input, value }) =>
    value.kind === "tag" ? [{ text: input, labels: value.labelIds }] : [],
  );
  const tagger = learnOneVsRest(tagged, watch);
  if (!tagger) return null;
  return ({ input }) => {
    const all = tagger(input);
    const given = all.filter(({ probability }) => probability > 0.5);
    return {
      value: given.length === 0 ? null : { kind: "tag", labelIds: given.map(({ label }) => label) },
      confidence: given.reduce((least, each) => Math.min(least, each.probability), 1),
      uncertainty: mostDoubtful(all.map(({ probability }) => probability)),
    };
  };
};
