import type { Answerer, Answerers } from "../provider.ts";
import { createBm25Search } from "./bm25.ts";
import type { InstantModel, RetrievalModel } from "./instant-models.ts";
import { createClassifier } from "./linear-model.ts";

function makeAnswerer(modelName: string, reply: (input: string) => string): Answerer {
  return {
    modelName,
    answer: async (example, signal) => {
      signal.throwIfAborted();
      return { text: reply(example.input), problem: null, detail: "" };
    },
  };
}

/** The response to the nearest training input; empty when no word is shared with any. */
function createResponder({ index, responses }: RetrievalModel): (input: string) => string {
  const search = createBm25Search(index);
  return (input) => {
    const nearest = search(input);
    return nearest === null ? "" : responses[nearest]!;
  };
}

/** The trained model, beside what anybody could answer without training: the most frequent label, or nothing. */
export function makeInstantAnswerers(trained: InstantModel, tunedModel: string): Answerers {
  const sides =
    trained.kind === "linear"
      ? {
          base: makeAnswerer("majority-label-baseline", () => trained.model.majorityLabel),
          tuned: makeAnswerer(tunedModel, createClassifier(trained.model).classify),
        }
      : {
          base: makeAnswerer("no-model", () => ""),
          tuned: makeAnswerer(tunedModel, createResponder(trained.model)),
        };
  return { ...sides, baseIsUntrainedBaseline: true, concurrency: 1 };
}
