/**
 * Two-sided exact binomial p-value that two equally good sides would part at least as far as `a` against
 * `b`: McNemar's exact test on the pairs that only one side got right (McNemar, Psychometrika 1947,
 * 12:153–157), and the sign test on decided votes. 1 when there is nothing to go by.
 */
export function signTest(a: number, b: number): number {
  const total = a + b;
  const fewer = Math.min(a, b);
  if (total === 0 || a === b) return 1;
  // log of C(total, fewer) / 2^total: sums of logarithms neither overflow nor lose small tails.
  let logLargest = -total * Math.LN2;
  for (let k = 1; k <= fewer; k += 1) logLargest += Math.log((total - fewer + k) / k);
  // The smaller terms relative to the largest: each is k / (total − k + 1) times the one above it.
  let sum = 1;
  let term = 1;
  for (let k = fewer; k > 0; k -= 1) {
    term *= k / (total - k + 1);
    sum += term;
  }
  return Math.min(1, 2 * Math.exp(logLargest + Math.log(sum)));
}
