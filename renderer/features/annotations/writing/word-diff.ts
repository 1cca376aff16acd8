export interface DiffPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Above this many cells the table of the comparison would be felt while typing. */
const MOST_CELLS = 1_000_000;

const split = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

function push(parts: DiffPart[], kind: DiffPart["kind"], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (text) parts.push({ kind, text });
}

/** Lengths of the longest common subsequence of every pair of ends of `a` and `b`. */
function commonLengths(a: string[], b: string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

/** What changed word by word; null when the texts are too long to compare at once. */
export function diffWords(before: string, after: string): DiffPart[] | null {
  const a = split(before);
  const b = split(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if (middleA.length * middleB.length > MOST_CELLS) return null;
  const parts: DiffPart[] = [];
  push(parts, "same", a.slice(0, start).join(""));
  const lengths = commonLengths(middleA, middleB);
  const width = middleB.length + 1;
  let i = 0;
  let j = 0;
  while (i < middleA.length || j < middleB.length) {
    const wordA = middleA[i];
    const wordB = middleB[j];
    const down = lengths[(i + 1) * width + j] ?? 0;
    const right = lengths[i * width + j + 1] ?? 0;
    if (wordA !== undefined && wordA === wordB) {
      push(parts, "same", wordA);
      i++;
      j++;
    } else if (wordA !== undefined && (wordB === undefined || down >= right)) {
      push(parts, "removed", wordA);
      i++;
    } else if (wordB !== undefined) {
      push(parts, "added", wordB);
      j++;
    }
  }
  push(parts, "same", a.slice(a.length - end).join(""));
  return parts;
}
