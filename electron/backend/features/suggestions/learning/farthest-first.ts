import { emitBuckets } from "../../../providers/instant/text-features.ts";

/** Hash buckets; few enough that a whole text fits into a small array. */
const BUCKETS = 1 << 12;
/** Of one text; a long document is told apart from others long before its end. */
const MOST_CHARACTERS = 1000;
const MOST_FEATURES = 200;

interface Sparse {
  buckets: Int32Array;
  values: Float32Array;
}

/** How often each bucket occurs, dampened, as a row of length 1. */
function sparseOf(text: string): Sparse {
  const counts = new Map<number, number>();
  emitBuckets(text.slice(0, MOST_CHARACTERS), (bucket) => {
    const small = bucket % BUCKETS;
    if (counts.has(small) || counts.size < MOST_FEATURES)
      counts.set(small, (counts.get(small) ?? 0) + 1);
  });
  const values = Float32Array.from(counts.values(), (count) => 1 + Math.log(count));
  const length = Math.hypot(...values) || 1;
  return { buckets: Int32Array.from(counts.keys()), values: values.map((v) => v / length) };
}

/**
 * The examples in an order in which each is as unlike as can be to all known texts and to those before it:
 * farthest-first traversal (Gonzalez, "Clustering to minimize the maximum intercluster distance", TCS 1985;
 * as core-set selection for labelling: Sener, Savarese, ICLR 2018) over cosine distances of hashed features.
 * Returns indexes into `texts`, at most `most`; of equals the first.
 */
export function farthestFirst(
  texts: readonly string[],
  known: readonly string[],
  most: number,
  isStopped: () => boolean = () => false,
): number[] {
  const rows = texts.map(sparseOf);
  const nearest = new Float32Array(rows.length).fill(-1);
  const centre = new Float32Array(BUCKETS);

  function addCentre({ buckets, values }: Sparse) {
    centre.fill(0);
    buckets.forEach((bucket, i) => (centre[bucket] = values[i]!));
    rows.forEach((row, r) => {
      let similarity = 0;
      for (let i = 0; i < row.buckets.length; i += 1)
        similarity += row.values[i]! * centre[row.buckets[i]!]!;
      if (similarity > nearest[r]!) nearest[r] = similarity;
    });
  }

  for (const text of known) {
    if (isStopped()) return [];
    addCentre(sparseOf(text));
  }
  const order: number[] = [];
  const isTaken = new Uint8Array(rows.length);
  while (order.length < Math.min(most, rows.length) && !isStopped()) {
    let farthest = -1;
    for (let r = 0; r < rows.length; r += 1)
      if (!isTaken[r] && (farthest < 0 || nearest[r]! < nearest[farthest]!)) farthest = r;
    order.push(farthest);
    isTaken[farthest] = 1;
    addCentre(rows[farthest]!);
  }
  return order;
}
