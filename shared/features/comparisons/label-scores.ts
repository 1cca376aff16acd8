/** Numbers of labels, row by row; −1 for an answer that is none of the labels. */
export interface CodedAnswers {
  labels: readonly string[];
  expected: Int32Array;
  got: Int32Array;
}

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

interface Tally {
  right: Int32Array;
  expected: Int32Array;
  got: Int32Array;
}

const makeTally = (labels: number): Tally => ({
  right: new Int32Array(labels),
  expected: new Int32Array(labels),
  got: new Int32Array(labels),
});

function add(tally: Tally, expected: number, got: number) {
  tally.expected[expected] = (tally.expected[expected] ?? 0) + 1;
  if (got < 0) return;
  tally.got[got] = (tally.got[got] ?? 0) + 1;
  if (got === expected) tally.right[got] = (tally.right[got] ?? 0) + 1;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1 of every label; 0 where there is nothing to divide by, never NaN. */
export function scoreLabels({
  labels,
  expected,
  got,
}: CodedAnswers): (Score & { support: number })[] {
  const tally = makeTally(labels.length);
  for (let row = 0; row < expected.length; row += 1)
    add(tally, expected[row] as number, got[row] as number);
  return labels.map((_, label) => {
    const right = tally.right[label] ?? 0;
    const support = tally.expected[label] ?? 0;
    const answered = tally.got[label] ?? 0;
    return {
      support,
      precision: ratio(right, answered),
      recall: ratio(right, support),
      f1: ratio(2 * right, support + answered),
    };
  });
}

/** Mean F1 over the labels that were expected or answered at all; labels seen by neither say nothing. */
function macroF1Of(tally: Tally): number {
  let sum = 0;
  let seen = 0;
  for (let label = 0; label < tally.expected.length; label += 1) {
    const size = (tally.expected[label] as number) + (tally.got[label] as number);
    if (size === 0) continue;
    seen += 1;
    sum += (2 * (tally.right[label] as number)) / size;
  }
  return ratio(sum, seen);
}

/** Macro-F1 of the rows at `rows`; a row may be counted several times, as resampling does. */
export function macroF1({ labels, expected, got }: CodedAnswers, rows?: Int32Array): number {
  const tally = makeTally(labels.length);
  const count = rows?.length ?? expected.length;
  for (let index = 0; index < count; index += 1) {
    const row = rows ? (rows[index] as number) : index;
    add(tally, expected[row] as number, got[row] as number);
  }
  return macroF1Of(tally);
}
