import { BUCKET_COUNT, emitBuckets } from "../../providers/instant/text-features.ts";

/** How rare each feature is, learned from some texts of the project: 4 MB, whatever its size. */
export interface Rarity {
  texts: number;
  textsOfBucket: Uint32Array;
}

export function learnRarity(texts: Iterable<string>): Rarity {
  const textsOfBucket = new Uint32Array(BUCKET_COUNT);
  let count = 0;
  for (const text of texts) {
    count += 1;
    const seen = new Set<number>();
    emitBuckets(text, (bucket) => void seen.add(bucket));
    for (const bucket of seen) textsOfBucket[bucket] = (textsOfBucket[bucket] ?? 0) + 1;
  }
  return { texts: count, textsOfBucket };
}

/**
 * Compares texts with one text: the cosine between (1 + ln tf) · idf over hashed words, pairs of words and runs
 * of characters, idf = ln((1 + n) / (1 + df)) + 1, which are the features and weights of the instant model.
 * Keeps one vector and reuses its room for every text compared.
 */
export function createComparison(source: string, { texts, textsOfBucket }: Rarity) {
  const weightOf = (bucket: number, count: number) =>
    (1 + Math.log(count)) * (Math.log((1 + texts) / (1 + (textsOfBucket[bucket] ?? 0))) + 1);
  const counts = new Uint16Array(BUCKET_COUNT);
  const touched: number[] = [];
  const add = (bucket: number) => {
    const count = counts[bucket] ?? 0;
    if (count === 0) touched.push(bucket);
    if (count < 65_535) counts[bucket] = count + 1;
  };

  /** Visits the weighted features of a text and leaves the counts empty again. */
  function visit(text: string, act: (bucket: number, weight: number) => void) {
    touched.length = 0;
    emitBuckets(text, add);
    for (const bucket of touched) {
      act(bucket, weightOf(bucket, counts[bucket] ?? 0));
      counts[bucket] = 0;
    }
  }

  const own = new Float64Array(BUCKET_COUNT);
  let ownSquares = 0;
  visit(source, (bucket, weight) => {
    own[bucket] = weight;
    ownSquares += weight * weight;
  });

  return (text: string): number => {
    let dot = 0;
    let squares = 0;
    visit(text, (bucket, weight) => {
      dot += weight * (own[bucket] ?? 0);
      squares += weight * weight;
    });
    return dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(squares * ownSquares));
  };
}
