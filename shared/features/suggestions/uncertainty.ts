/**
 * 0 for a choice without doubt, 1 where the two likeliest are level: one minus the margin between them
 * (Scheffer, Decomain, Wrobel: "Active hidden Markov models for information extraction", IDA 2001).
 */
export function marginUncertainty(probabilities: Iterable<number>): number {
  let first = 0;
  let second = 0;
  for (const probability of probabilities) {
    if (probability > first) [first, second] = [probability, first];
    else if (probability > second) second = probability;
  }
  return Math.min(1, Math.max(0, 1 - (first - second)));
}

/** Of several yes-or-no decisions the most doubtful one counts; 0 without any. */
export function mostDoubtful(probabilities: Iterable<number>): number {
  let most = 0;
  for (const probability of probabilities) most = Math.max(most, 1 - Math.abs(2 * probability - 1));
  return most;
}
