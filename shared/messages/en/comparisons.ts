/** Verdicts take `kind` and, for classify, `test`, `base` and `tuned`; for write, `decided` and `winRate`. */
export const comparisonsMessages = {
  "comparisons.verdict.tunedBetter":
    "{kind, select, write {Your votes went to the tuned model in {winRate} of the {decided} duels you decided; luck alone would rarely do that.} other {The tuned model is better: right on {tuned} of {test} test examples, the base model on {base}; luck alone would rarely make such a difference.}}",
  "comparisons.verdict.tunedProbablyBetter":
    "{kind, select, write {Your votes lean to the tuned model, with {winRate} of {decided} decided duels, but it could still be luck; more votes would tell.} other {The tuned model is probably better, right on {tuned} of {test} test examples against {base}, but it could still be luck; more test examples would tell.}}",
  "comparisons.verdict.noClearDifference":
    "{kind, select, write {Your votes show no clear difference: the tuned model won {winRate} of {decided} decided duels, as two equally good models might.} other {There is no clear difference: tuned {tuned}, base {base} on {test} test examples, as two equally good models might.}}",
  "comparisons.verdict.baseProbablyBetter":
    "{kind, select, write {Your votes lean to the base model; the tuned one won {winRate} of {decided} decided duels. It could still be luck; more votes would tell.} other {The base model is probably better, right on {base} of {test} test examples against {tuned}, but it could still be luck; more test examples would tell.}}",
  "comparisons.verdict.baseBetter":
    "{kind, select, write {Your votes went to the base model: the tuned one won only {winRate} of {decided} decided duels; luck alone would rarely do that. Training has not helped.} other {The base model is better: right on {base} of {test} test examples, the tuned one on {tuned}; luck alone would rarely make such a difference. Training has not helped.}}",
  "comparisons.verdict.tooFewToSay":
    "{kind, select, write {{decided, plural, =0 {No duel is decided yet} one {One decided duel is} other {# decided duels are}} too few to say which model is better; ten are the least.} other {{test, plural, one {One test example is} other {# test examples are}} too few to say which model is better; twenty are the least.}}",
} as const satisfies Record<string, string>;
