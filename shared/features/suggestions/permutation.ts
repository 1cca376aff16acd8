/** A shuffled order that needs no memory: each place has one key, and each key one place. */
export interface Permutation {
  /** Keys are 1…size, places 0…size − 1. */
  size: number;
  keyAt(place: number): number;
  placeOf(key: number): number;
}

const ROUNDS = 4;

/** MurmurHash3's final mix (Appleby, public domain), with a round key. */
function mix(value: number, roundKey: number): number {
  let h = value ^ roundKey;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A seeded permutation of the keys 1…size: a Feistel network over the smallest even number of bits that holds
 * them, walked on until it lands inside (Black, Rogaway: "Ciphers with arbitrary finite domains", CT-RSA 2002).
 */
export function createPermutation(size: number, seed: number): Permutation {
  let half = 1;
  while (2 ** (2 * half) < size) half += 1;
  const mask = 2 ** half - 1;
  const base = 2 ** half;
  const roundKeys = Array.from({ length: ROUNDS }, (_, round) =>
    mix(seed | 0, Math.imul(round + 1, 0x9e3779b9)),
  );

  function forth(value: number): number {
    let left = Math.floor(value / base);
    let right = value % base;
    for (const key of roundKeys) [left, right] = [right, (left ^ mix(right, key)) & mask];
    return left * base + right;
  }
  function back(value: number): number {
    let left = Math.floor(value / base);
    let right = value % base;
    for (let round = ROUNDS - 1; round >= 0; round -= 1)
      [left, right] = [(right ^ mix(left, roundKeys[round]!)) & mask, left];
    return left * base + right;
  }
  function walk(step: (value: number) => number, from: number): number {
    let value = step(from);
    while (value >= size) value = step(value);
    return value;
  }

  return {
    size,
    keyAt: (place) => walk(forth, place) + 1,
    placeOf: (key) => walk(back, key - 1),
  };
}

/** The keys 1…size in a shuffled order, from a place on. */
export function* permuteKeys(size: number, seed: number, fromPlace = 0): Generator<number> {
  const permutation = createPermutation(size, seed);
  for (let place = fromPlace; place < size; place += 1) yield permutation.keyAt(place);
}
