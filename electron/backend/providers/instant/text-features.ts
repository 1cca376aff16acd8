import { foldText, listWords } from "./words.ts";

/** Hash buckets: 2^20, of which only those that occur in training become features. */
export const BUCKET_COUNT = 1 << 20;

const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_SEED = 0x9e3779b9;
const PAIR_SEED = 0x85ebca6b;

/** MurmurHash3's final mix (Appleby, public domain): FNV-1a alone leaves the high bits of short strings alike. */
function toBucket(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 12;
}

function hashWord(word: string): number {
  let hash = FNV_OFFSET ^ WORD_SEED;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return hash;
}

/**
 * Calls `emit` with the bucket of every feature of a text, repeats included: words, pairs of
 * neighbouring words, and runs of 3 to 5 characters across words.
 */
export function emitBuckets(text: string, emit: (bucket: number) => void): void {
  const folded = foldText(text);
  let previous = 0;
  listWords(folded).forEach((word, position) => {
    const hash = hashWord(word);
    emit(toBucket(hash));
    if (position > 0) emit(toBucket(Math.imul(previous ^ PAIR_SEED, FNV_PRIME) ^ hash));
    previous = hash;
  });
  if (folded === "") return;
  const padded = ` ${folded} `;
  for (let start = 0; start < padded.length; start += 1) {
    const end = Math.min(padded.length, start + LONGEST_GRAM);
    let hash = FNV_OFFSET;
    for (let i = start; i < end; i += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(i), FNV_PRIME);
      if (i - start + 1 >= SHORTEST_GRAM) emit(toBucket(hash));
    }
  }
}
