/** Keys of examples in ascending order, each once: four bytes an example, whatever their number. */
export type SortedKeys = Int32Array<ArrayBuffer>;

/** Those of `keys` that are in `others`, or with `keep: false` those that are not. */
export function sift(keys: SortedKeys, others: SortedKeys, keep: boolean): SortedKeys {
  const kept = new Int32Array(keys.length);
  let count = 0;
  let at = 0;
  for (const key of keys) {
    while (at < others.length && (others[at] as number) < key) at += 1;
    if ((others[at] === key) === keep) kept[count++] = key;
  }
  return kept.slice(0, count);
}

export function merge(first: SortedKeys, second: SortedKeys): SortedKeys {
  if (second.length === 0) return first;
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both.toSorted();
}

/** What lies in ranges of places, both ends included; places beyond the end are nothing, and none counts twice. */
export function pick(keys: SortedKeys, ranges: readonly { from: number; to: number }[]) {
  const parts: SortedKeys[] = [];
  let next = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    parts.push(keys.subarray(Math.max(from, next), to + 1));
    next = Math.max(next, to + 1);
  }
  const picked = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    picked.set(part, at);
    at += part.length;
  }
  return picked;
}
