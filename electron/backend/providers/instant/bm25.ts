import { foldText, listWords } from "./words.ts";

/** Okapi BM25's usual settings (Robertson, Zaragoza 2009): how fast repeats saturate, how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** Word t occurs `counts[i]` times in texts `texts[i]`, for i in [starts[t], starts[t + 1]). */
export interface Bm25Index {
  words: string[];
  starts: Uint32Array;
  texts: Uint32Array;
  counts: Uint16Array;
  /** Words in each text. */
  lengths: Uint32Array;
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of listWords(foldText(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Indexes texts by their words; `onText` is called after each text and may throw to stop. */
export function buildBm25Index(texts: readonly string[], onText: () => void = () => {}): Bm25Index {
  const occurrences = new Map<string, number[]>();
  const lengths = new Uint32Array(texts.length);
  texts.forEach((text, row) => {
    for (const [word, count] of countWords(text)) {
      const list = occurrences.get(word) ?? [];
      if (list.length === 0) occurrences.set(word, list);
      list.push(row, Math.min(count, 65_535));
      lengths[row]! += count;
    }
    onText();
  });
  const words = [...occurrences.keys()];
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, w) => (starts[w + 1] = starts[w]! + occurrences.get(word)!.length / 2));
  const total = starts[words.length]!;
  const index = {
    words,
    starts,
    lengths,
    texts: new Uint32Array(total),
    counts: new Uint16Array(total),
  };
  words.forEach((word, w) => {
    const list = occurrences.get(word)!;
    for (let i = 0; i < list.length; i += 2) {
      index.texts[starts[w]! + i / 2] = list[i]!;
      index.counts[starts[w]! + i / 2] = list[i + 1]!;
    }
  });
  return index;
}

/**
 * Finds the text that matches a question best: its number, or null when they share no word. Okapi BM25
 * (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: "Okapi at TREC-3", 1994) with
 * idf = ln(1 + (n − df + 0.5) / (df + 0.5)), which frequent words cannot turn negative. Of equally good texts the first.
 */
export function createBm25Search(index: Bm25Index): (question: string) => number | null {
  const numberOfWord = new Map(index.words.map((word, w) => [word, w]));
  const textCount = index.lengths.length;
  const meanLength = index.lengths.reduce((a, b) => a + b, 0) / Math.max(1, textCount) || 1;
  const scores = new Float64Array(textCount);
  return (question) => {
    scores.fill(0);
    for (const [word, repeats] of countWords(question)) {
      const w = numberOfWord.get(word);
      if (w === undefined) continue;
      const [start, end] = [index.starts[w]!, index.starts[w + 1]!];
      const holding = end - start;
      const weight = repeats * Math.log(1 + (textCount - holding + 0.5) / (holding + 0.5));
      for (let i = start; i < end; i += 1) {
        const text = index.texts[i]!;
        const count = index.counts[i]!;
        const length = 1 - B + (B * index.lengths[text]!) / meanLength;
        scores[text]! += (weight * count * (K1 + 1)) / (count + K1 * length);
      }
    }
    let best: number | null = null;
    let bestScore = 0;
    for (let text = 0; text < textCount; text += 1) {
      if (scores[text]! <= bestScore) continue;
      best = text;
      bestScore = scores[text]!;
    }
    return best;
  };
}
