import { askedText, tagText } from "#shared/features/versions/chat-messages.ts";
import type { Answerer, Answerers } from "../provider.ts";
import { createBm25Search } from "./bm25.ts";
import type { InstantModel, RetrievalModel } from "./instant-models.ts";
import { createClassifier } from "./linear-model.ts";
import type { TagModel } from "./train-tags.ts";

function makeAnswerer(modelName: string, reply: (input: string) => string): Answerer {
  return {
    modelName,
    answer: async (example, signal) => {
      signal.throwIfAborted();
      return { text: reply(askedText(example)), problem: null, detail: "" };
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

/** All labels above the threshold, as a language model would write them. */
function createTagger(model: TagModel): (input: string) => string {
  const { scores } = createClassifier(model);
  return (input) => {
    const found = scores(input);
    return tagText(model.labels.filter((_, label) => (found[label] ?? 0) > model.threshold));
  };
}

/** The trained model, beside what anybody could answer without training: the most frequent label, or nothing. */
export function makeInstantAnswerers(trained: InstantModel, tunedModel: string): Answerers {
  const sides =
    trained.kind !== "retrieval"
      ? {
          base: makeAnswerer("majority-label-baseline", () => trained.model.majorityLabel),
          tuned: makeAnswerer(
            tunedModel,
            trained.kind === "tags"
              ? createTagger(trained.model)
              : createClassifier(trained.model).classify,
          ),
        }
      : {
          base: makeAnswerer("no-model", () => ""),
          tuned: makeAnswerer(tunedModel, createResponder(trained.model)),
        };
  return { ...sides, baseIsUntrainedBaseline: true, concurrency: 1 };
}
