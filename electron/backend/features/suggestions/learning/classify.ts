import { LEAST_CONFIDENCE } from "#shared/features/suggestions/confidence.ts";
import { marginUncertainty } from "#shared/features/suggestions/uncertainty.ts";
import { createClassifier } from "../../../providers/instant/linear-model.ts";
import { trainLinear } from "../../../providers/instant/train-linear.ts";
import { type Learn, NO_PROPOSAL } from "./proposal.ts";

/** One label for each text, by the instant model; labels are their public ids throughout. */
export const learnClassify: Learn = async (rows, watch) => {
  const labelled = rows.flatMap(({ input, value }) =>
    value.kind === "classify" ? [{ input, labelId: value.labelId }] : [],
  );
  const labels = [...new Set(labelled.map(({ labelId }) => labelId))].toSorted();
  if (labels.length < 2) return null;
  const indexOfLabel = new Map(labels.map((label, index) => [label, index]));
  const { model } = await trainLinear(
    {
      labels,
      train: {
        texts: labelled.map(({ input }) => input),
        labelOfText: Int32Array.from(labelled, ({ labelId }) => indexOfLabel.get(labelId)!),
      },
      validation: { texts: [], labelOfText: new Int32Array() },
    },
    { isStopped: watch.isStopped, onProgress: () => {} },
  );
  const classifier = createClassifier(model);
  return ({ input }) => {
    const ranked = classifier.rank(input);
    const [best] = ranked;
    if (!best) return NO_PROPOSAL;
    return {
      value:
        best.probability >= LEAST_CONFIDENCE ? { kind: "classify", labelId: best.label } : null,
      confidence: best.probability,
      uncertainty: marginUncertainty(ranked.map(({ probability }) => probability)),
    };
  };
};
