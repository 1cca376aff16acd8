/**
 * Verdicts take `test`, `base` and `tuned`, already formatted: for classify the test examples and both
 * accuracies, for write the decided duels and the votes each side won.
 */
export const comparisonsMessages = {
  "comparisons.lead":
    "Both models answer the same examples, kept aside for testing. See whether training helped, and how sure that is.",
  "comparisons.nothingTrained.title": "There is nothing to compare yet",
  "comparisons.nothingTrained.text":
    "Train a model first; then it is set against the model it came from.",
  "comparisons.nothingTrained.action": "Go to Train",
  "comparisons.picker": "Training",
  "comparisons.pickerOption": "{model}, version {version}, {when}",
  "comparisons.start.title": "Compare “{model}” with the model it came from",
  "comparisons.start.textHere":
    "Both models answer every test example on this computer. Nothing leaves it.",
  "comparisons.start.textService":
    "Every test example is sent to {service}, once to each model. The answers are kept here.",
  "comparisons.start.action": "Compare",
  "comparisons.baseline":
    "“Base” is no model here but what one gets without training: the most frequent label, or no answer at all. The instant model is not a language model either.",
  "comparisons.unscored":
    "{count, plural, one {One example was} other {# examples were}} left out of the scores, because an answer failed, was cut short or came from another model than asked.",
  "comparisons.verdict.tunedBetter":
    "The tuned model is better: {tuned} against {base} for the base model, judged on {test} examples. Luck alone would rarely make such a difference.",
  "comparisons.verdict.tunedProbablyBetter":
    "The tuned model is probably better: {tuned} against {base} for the base model, judged on {test} examples. It could still be luck; more examples would tell.",
  "comparisons.verdict.noClearDifference":
    "There is no clear difference: {tuned} for the tuned model, {base} for the base model, judged on {test} examples. Two equally good models could come out like this.",
  "comparisons.verdict.baseProbablyBetter":
    "The base model is probably better: {base} against {tuned} for the tuned model, judged on {test} examples. It could still be luck; more examples would tell.",
  "comparisons.verdict.baseBetter":
    "The base model is better: {base} against {tuned} for the tuned model, judged on {test} examples. Luck alone would rarely make such a difference: this training has not helped.",
  "comparisons.verdict.tooFewToSay":
    "It is too early to say which model is better. Examples judged so far: {test} ({tuned} for the tuned model, {base} for the base model).",
  "comparisons.side.base": "Base model",
  "comparisons.side.tuned": "Tuned model",
  "comparisons.interval": "{low} to {high}",
  "comparisons.accuracy.name": "Right answers",
  "comparisons.accuracy.term":
    "Accuracy: the share of test examples answered right. The bracket is the 95 % Wilson interval.",
  "comparisons.exact.name": "All labels right",
  "comparisons.exact.term":
    "Exact match: the share of test examples with exactly the labels expected. The bracket is the 95 % Wilson interval.",
  "comparisons.microF1.name": "Right label by label",
  "comparisons.microF1.term":
    "Micro-F1: all labels of all examples taken together. The bracket is a 95 % bootstrap interval.",
  "comparisons.macroF1.name": "Right across labels",
  "comparisons.macroF1.term":
    "Macro-F1: every label counts the same, however rare. The bracket is a 95 % bootstrap interval.",
  "comparisons.difference":
    "Difference in right answers: {difference} (between {low} and {high}). Only the tuned model was right on {onlyTuned}, only the base model on {onlyBase}.",
  "comparisons.howSure": "How sure is that?",
  "comparisons.mcnemar":
    "McNemar’s exact test: p {p}. It is the chance of a difference at least this large between two equally good models. The interval is Newcombe’s for paired shares, at 95 %.",
  "comparisons.labels.title": "Label by label",
  "comparisons.labels.order": "Order",
  "comparisons.labels.order.worst": "Worst first",
  "comparisons.labels.order.name": "By name",
  "comparisons.labels.order.support": "Most examples first",
  "comparisons.labels.label": "Label",
  "comparisons.labels.support": "Examples",
  "comparisons.labels.precision": "Right when said",
  "comparisons.labels.recall": "Found",
  "comparisons.labels.base": "Base",
  "comparisons.labels.precision.term":
    "Precision: of the examples given this label by the tuned model, the share that is right",
  "comparisons.labels.recall.term":
    "Recall: of the examples that have this label, the share that the tuned model found",
  "comparisons.labels.base.term": "F1 of the base: found and right-when-said in one number",
  "comparisons.labels.tuned.term": "F1 of the tuned model: found and right-when-said in one number",
  "comparisons.labels.support.term": "Support: test examples that have this label",
  "comparisons.labels.tuned": "Tuned",
  "comparisons.confusions.title": "What the tuned model mixes up",
  "comparisons.confusions.none": "It mixed up nothing.",
  "comparisons.confusions.takenFor": "taken for {got}",
  "comparisons.items.title": "Test examples ({count})",
  "comparisons.items.clear": "“{expected}” taken for “{got}” ✕",
  "comparisons.items.show": "Show",
  "comparisons.items.show.all": "All",
  "comparisons.items.show.tunedWrong": "Tuned model wrong",
  "comparisons.items.show.onlyBaseRight": "Only the base model right",
  "comparisons.items.show.onlyTunedRight": "Only the tuned model right",
  "comparisons.items.input": "Input",
  "comparisons.items.expected": "Expected",
  "comparisons.items.right": "right:",
  "comparisons.items.wrong": "wrong:",
  "comparisons.items.none": "There is no such example. “All” shows every test example.",
  "comparisons.items.more": "Show more",
  "comparisons.duel.title": "Which answer is better?",
  "comparisons.duel.undo": "Take the last vote back",
  "comparisons.duel.revealed": "Last pair: A was the {a}, B was the {b}.",
  "comparisons.duel.side.base": "base model",
  "comparisons.duel.side.tuned": "tuned model",
  "comparisons.duel.allDone": "You have voted on every pair of answers.",
  "comparisons.duel.question": "{left, plural, one {The last pair} other {# pairs left}}",
  "comparisons.duel.a": "Answer A",
  "comparisons.duel.b": "Answer B",
  "comparisons.duel.empty": "(no text)",
  "comparisons.duel.choose.a": "A is better",
  "comparisons.duel.choose.b": "B is better",
  "comparisons.duel.choose.tie": "Equally good",
  "comparisons.duel.choose.bothBad": "Both bad",
  "comparisons.votes.title": "What your votes say",
  "comparisons.votes.tuned": "Tuned model won",
  "comparisons.votes.base": "Base model won",
  "comparisons.votes.tie": "Equally good",
  "comparisons.votes.bothBad": "Both bad",
  "comparisons.votes.left": "Not voted on",
  "comparisons.votes.open":
    "{voted} of {total} pairs have a vote; the rest could still change the result.",
  "comparisons.winRate.name": "Duels won by the tuned model",
  "comparisons.winRate.term":
    "Win rate: of the duels you decided, the share the tuned model won. Ties and “both bad” count for neither. The bracket is the 95 % Wilson interval.",
} as const satisfies Record<string, string>;
