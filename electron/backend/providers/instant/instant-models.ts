import { AppError } from "#shared/errors/app-error.ts";
import { z } from "zod";
import type { Bm25Index } from "./bm25.ts";
import type { LinearModel } from "./linear-model.ts";
import { decodeModelFile, encodeModelFile } from "./model-file.ts";
import { BUCKET_COUNT } from "./text-features.ts";
import type { TagModel } from "./train-tags.ts";

/** Nearest training input → its response. */
export interface RetrievalModel {
  index: Bm25Index;
  responses: string[];
}

export type InstantModel =
  | { kind: "linear"; model: LinearModel }
  | { kind: "tags"; model: TagModel }
  | { kind: "retrieval"; model: RetrievalModel };

function encodeWeights(model: LinearModel, more: object): Buffer {
  const { labels, majorityLabel, temperature, vocabulary, weights, scales, biases } = model;
  return encodeModelFile({
    facts: { labels, majorityLabel, temperature, ...more },
    arrays: { ...vocabulary, weights, scales, biases },
  });
}
export const encodeLinearModel = (model: LinearModel): Buffer =>
  encodeWeights(model, { kind: "linear" });
/** Of a kind of its own, so that nothing takes the best label for the only one. */
export const encodeTagModel = (model: TagModel): Buffer =>
  encodeWeights(model, { kind: "tags", threshold: model.threshold });

export function encodeRetrievalModel({ index, responses }: RetrievalModel): Buffer {
  const { words, ...arrays } = index;
  return encodeModelFile({ facts: { kind: "retrieval", words, responses }, arrays });
}

const LinearParts = z
  .object({
    facts: z.object({
      labels: z.array(z.string()).min(1),
      majorityLabel: z.string(),
      temperature: z.number().positive(),
      threshold: z.number().default(0),
    }),
    arrays: z.object({
      buckets: z.instanceof(Uint32Array),
      inverseFrequencies: z.instanceof(Float32Array),
      weights: z.instanceof(Int8Array),
      scales: z.instanceof(Float32Array),
      biases: z.instanceof(Float32Array),
    }),
  })
  .refine(
    ({ facts: { labels }, arrays }) =>
      arrays.inverseFrequencies.length === arrays.buckets.length &&
      arrays.weights.length === arrays.buckets.length * labels.length &&
      arrays.scales.length === labels.length &&
      arrays.biases.length === labels.length &&
      arrays.buckets.every((bucket) => bucket < BUCKET_COUNT),
  );

const RetrievalParts = z
  .object({
    facts: z.object({ words: z.array(z.string()), responses: z.array(z.string()) }),
    arrays: z.object({
      starts: z.instanceof(Uint32Array),
      texts: z.instanceof(Uint32Array),
      counts: z.instanceof(Uint16Array),
      lengths: z.instanceof(Uint32Array),
    }),
  })
  .refine(
    ({ facts: { words, responses }, arrays: { starts, texts, counts, lengths } }) =>
      starts.length === words.length + 1 &&
      texts.length === counts.length &&
      starts.every((start, i) => start >= (starts[i - 1] ?? 0) && start <= texts.length) &&
      lengths.length === responses.length &&
      texts.every((text) => text < responses.length),
  );

const Kind = z.object({ facts: z.object({ kind: z.enum(["linear", "tags", "retrieval"]) }) });

/** Reads a stored model and checks that its parts fit together; `name` is for the message when they do not. */
export function decodeInstantModel(file: Buffer, name: string): InstantModel {
  const parts = decodeModelFile(file, name);
  try {
    const { kind } = Kind.parse(parts).facts;
    if (kind !== "retrieval") {
      const { facts, arrays } = LinearParts.parse(parts);
      const { threshold, ...told } = facts;
      const { buckets, inverseFrequencies, ...rest } = arrays;
      const model = { ...told, vocabulary: { buckets, inverseFrequencies }, ...rest };
      return kind === "tags" ? { kind, model: { ...model, threshold } } : { kind, model };
    }
    const { facts, arrays } = RetrievalParts.parse(parts);
    return {
      kind,
      model: { index: { words: facts.words, ...arrays }, responses: facts.responses },
    };
  } catch (cause) {
    throw new AppError("fileDamaged", { name }, { cause });
  }
}
