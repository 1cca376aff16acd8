/** A labelled passage; offsets count Unicode code points, the end is not part of it. */
export interface Passage {
  start: number;
  end: number;
  labelId: string;
}

interface Labelled {
  /** How often it was labelled, and how often it stood in an answered text as whole words. */
  labelled: number;
  seen: number;
  byLabel: Map<string, number>;
}

export interface FoundPassage extends Passage {
  /** Of the times it stood in an answered text, the share in which it had this label. */
  confidence: number;
}

/** Passages that were labelled before. */
export interface KnownPassages {
  find(text: string): FoundPassage[];
}

const WORD = /[\p{L}\p{M}\p{N}_]+|\p{Extended_Pictographic}/gu;
/** Longer passages are hardly ever met again word for word. */
const MOST_WORDS = 12;
const MOST_KNOWN = 50_000;
const LEAST_SHARE = 0.5;

interface Token {
  start: number;
  end: number;
}

/** Where the words of a text are, in UTF-16 units as strings are cut. */
const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Code points before every UTF-16 offset that is asked for, in ascending order. */
function createPointCounter(text: string): (unit: number) => number {
  let unit = 0;
  let point = 0;
  return (until) => {
    while (unit < until) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    return point;
  };
}

const unitOf = (text: string, points: readonly number[]): Map<number, number> => {
  const wanted = new Set(points);
  const units = new Map<number, number>();
  let point = 0;
  let unit = 0;
  while (units.size < wanted.size && unit <= text.length) {
    if (wanted.has(point)) units.set(point, unit);
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    point += 1;
  }
  return units;
};

/** Every run of whole words of a text, the longest first at each place. */
function* runsAt(text: string, tokens: readonly Token[], first: number) {
  for (let last = Math.min(tokens.length, first + MOST_WORDS) - 1; last >= first; last -= 1) {
    const { start } = tokens[first]!;
    const { end } = tokens[last]!;
    yield { text: text.slice(start, end), start, end, last };
  }
}

/** Learns which passages were labelled, and how often they were left alone. */
export function learnPassages(
  answers: readonly { input: string; spans: readonly Passage[] }[],
  isStopped: () => boolean = () => false,
): KnownPassages {
  const known = new Map<string, Labelled>();
  for (const { input, spans } of answers) {
    const units = unitOf(
      input,
      spans.flatMap(({ start, end }) => [start, end]),
    );
    for (const { start, end, labelId } of spans) {
      const passage = input.slice(units.get(start), units.get(end)).trim();
      if (passage === "" || (known.size >= MOST_KNOWN && !known.has(passage))) continue;
      const entry = known.get(passage) ?? { labelled: 0, seen: 0, byLabel: new Map() };
      entry.labelled += 1;
      entry.byLabel.set(labelId, (entry.byLabel.get(labelId) ?? 0) + 1);
      known.set(passage, entry);
    }
  }
  for (const { input } of answers) {
    if (isStopped()) break;
    const tokens = tokensOf(input);
    for (let first = 0; first < tokens.length; first += 1)
      for (const run of runsAt(input, tokens, first)) {
        const entry = known.get(run.text);
        if (entry) entry.seen += 1;
      }
  }
  return { find: (text) => findIn(text, known) };
}

/** The known passages of a text, longest first, none inside another. */
function findIn(text: string, known: ReadonlyMap<string, Labelled>): FoundPassage[] {
  const tokens = tokensOf(text);
  const pointAt = createPointCounter(text);
  const found: FoundPassage[] = [];
  for (let first = 0; first < tokens.length; first += 1)
    for (const run of runsAt(text, tokens, first)) {
      const entry = known.get(run.text);
      if (!entry) continue;
      const [labelId, times] = [...entry.byLabel].reduce((a, b) => (b[1] > a[1] ? b : a));
      // One that was labelled twice in a text, or across word borders, was seen no less than labelled.
      const confidence = times / Math.max(entry.seen, entry.labelled);
      if (confidence < LEAST_SHARE) continue;
      const start = pointAt(run.start);
      found.push({ start, end: pointAt(run.end), labelId, confidence });
      first = run.last;
      break;
    }
  return found;
}
