import { BUCKET_COUNT, emitBuckets } from "./text-features.ts";

/** Sparse rows end to end: row r holds `columns[i]`, `values[i]` for i in [starts[r], starts[r + 1]). */
export interface SparseRows {
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
}

/** Which bucket each feature has, ascending, and how much an occurrence weighs. */
export interface Vocabulary {
  buckets: Uint32Array;
  inverseFrequencies: Float32Array;
}

/** From so many rows on, a feature seen in one row only is noise that costs room. */
const ROWS_TO_DROP_RARE_FEATURES = 1000;

interface CountedRows {
  starts: Int32Array;
  buckets: Int32Array;
  counts: Uint16Array;
  /** How many rows each bucket occurs in. */
  rowsOfBucket: Int32Array;
}

function countBuckets(texts: readonly string[], onText: () => void): CountedRows {
  const starts = new Int32Array(texts.length + 1);
  let buckets = new Int32Array(4096);
  let counts = new Uint16Array(4096);
  let size = 0;
  let rowStart = 0;
  const rowsOfBucket = new Int32Array(BUCKET_COUNT);
  /** Where a bucket was put last, to find it again within the same row. */
  const placeOfBucket = new Int32Array(BUCKET_COUNT).fill(-1);
  const add = (bucket: number) => {
    const place = placeOfBucket[bucket]!;
    if (place >= rowStart) {
      if (counts[place]! < 65_535) counts[place]! += 1;
      return;
    }
    if (size === buckets.length) {
      const [oldBuckets, oldCounts] = [buckets, counts];
      buckets = new Int32Array(size * 2);
      counts = new Uint16Array(size * 2);
      buckets.set(oldBuckets);
      counts.set(oldCounts);
    }
    buckets[size] = bucket;
    counts[size] = 1;
    placeOfBucket[bucket] = size;
    rowsOfBucket[bucket]! += 1;
    size += 1;
  };
  texts.forEach((text, row) => {
    rowStart = size;
    emitBuckets(text, add);
    starts[row + 1] = size;
    onText();
  });
  return {
    starts,
    buckets: buckets.subarray(0, size),
    counts: counts.subarray(0, size),
    rowsOfBucket,
  };
}

function chooseVocabulary(counted: CountedRows, rowCount: number, most: number): Vocabulary {
  const leastRows = rowCount >= ROWS_TO_DROP_RARE_FEATURES ? 2 : 1;
  const { rowsOfBucket } = counted;
  let chosen = Array.from(rowsOfBucket.keys()).filter(
    (bucket) => rowsOfBucket[bucket]! >= leastRows,
  );
  if (chosen.length > most) {
    chosen.sort((a, b) => rowsOfBucket[b]! - rowsOfBucket[a]! || a - b);
    chosen = chosen.slice(0, most).toSorted((a, b) => a - b);
  }
  return {
    buckets: Uint32Array.from(chosen),
    inverseFrequencies: Float32Array.from(
      chosen,
      (bucket) => Math.log((1 + rowCount) / (1 + rowsOfBucket[bucket]!)) + 1,
    ),
  };
}

/** Feature of each bucket, -1 for none. */
export function featureOfBucket(vocabulary: Vocabulary): Int32Array {
  const table = new Int32Array(BUCKET_COUNT).fill(-1);
  vocabulary.buckets.forEach((bucket, feature) => (table[bucket] = feature));
  return table;
}

/**
 * Turns counts into (1 + ln tf) · idf, each row of length 1; idf = ln((1 + n) / (1 + df)) + 1.
 * Writes into the counted rows' own columns: no second copy of the largest array.
 */
function weighRows(counted: CountedRows, vocabulary: Vocabulary): SparseRows {
  const table = featureOfBucket(vocabulary);
  const { starts: oldStarts, buckets, counts } = counted;
  const values = new Float32Array(buckets.length);
  const starts = new Int32Array(oldStarts.length);
  let size = 0;
  for (let row = 0; row + 1 < oldStarts.length; row += 1) {
    const rowStart = size;
    let squares = 0;
    for (let i = oldStarts[row]!; i < oldStarts[row + 1]!; i += 1) {
      const feature = table[buckets[i]!]!;
      if (feature < 0) continue;
      const value = (1 + Math.log(counts[i]!)) * vocabulary.inverseFrequencies[feature]!;
      buckets[size] = feature;
      values[size] = value;
      squares += value * value;
      size += 1;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = rowStart; i < size; i += 1) values[i]! *= scale;
    starts[row + 1] = size;
  }
  return { starts, columns: buckets.subarray(0, size), values: values.subarray(0, size) };
}

/**
 * Finds the features of the texts, at most `mostFeatures` (the most frequent ones), and the texts as rows
 * of them. `onText` is called after each text and may throw to stop.
 */
export function fitVocabulary(
  texts: readonly string[],
  mostFeatures: number,
  onText: () => void = () => {},
): { vocabulary: Vocabulary; rows: SparseRows } {
  const counted = countBuckets(texts, onText);
  const vocabulary = chooseVocabulary(counted, texts.length, mostFeatures);
  return { vocabulary, rows: weighRows(counted, vocabulary) };
}
