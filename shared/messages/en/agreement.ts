/** Shares come as whole numbers out of 100; `people` is `two` or `more`. */
export const agreementMessages = {
  "agreement.say.counts":
    "{shared, plural, =0 {No example was} one {# example was} other {# examples were}} answered by two people or more{shared, plural, =0 {.} one {{unanimous, plural, =0 {; they differ on it.} other {; they agree on it.}}} other {; on {unanimous, number} of them everybody gave the same answer.}}",
  "agreement.say.same":
    "{people, select, two {Out of 100 examples that both people answered, {same, plural, =0 {none} other {about #}} got the very same answer.} other {Out of 100 times that two people answered the same example, they {same, plural, =0 {never gave the very same answer} other {gave the very same answer about # times}}.}}",
  "agreement.say.sameByChance":
    "{people, select, two {Out of 100 examples that both people answered, about {same} got the same answer; by chance alone about {chance} would.} other {Out of 100 times that two people answered the same example, they gave the same answer about {same} times; by chance alone it would be about {chance}.}}",
  "agreement.say.spans":
    "Out of 100 passages that either of two people marked, about {same} were marked by both with the same label, beginning and end.",
  "agreement.say.way":
    "That is {percent} % of the way from chance to full agreement{known, select, yes { (with the examples at hand, somewhere between {low} % and {high} %)} other {; how sure that is cannot be told from so few examples}}.",
  "agreement.say.wayInPart":
    "Counting answers that agree in part, that is {percent} % of the way from chance to full agreement{known, select, yes { (with the examples at hand, somewhere between {low} % and {high} %)} other {; how sure that is cannot be told from so few examples}}.",
  "agreement.say.belowChance":
    "That is less than chance alone would give: people tend to choose differently from each other.",
  "agreement.say.words":
    "Of 100 words that two people wrote for the same example, about {percent} are the same{known, select, yes { (somewhere between {low} and {high})} other {}}. Two good answers may be worded differently, so no share of this is blamed on chance.",
  "agreement.advice.tooFew":
    "{items, plural, one {# example is} other {# examples are}} too few to say how well people agree. Let more examples be answered by two people.",
  "agreement.advice.apart":
    "People do not understand the task the same way yet. Talk through the examples on which they differ, and write what you settle into the guideline, before anybody labels more.",
  "agreement.advice.between":
    "People agree on most, not on all. Look at what they mix up most: often one sentence in the guideline settles many cases.",
  "agreement.advice.firm":
    "People understand the task the same way. What is left can be settled example by example.",
  "agreement.advice.term":
    "Krippendorff asks for 0.8 before firm conclusions are drawn, and for 0.667 before tentative ones. No number is enough in itself: it depends on what a mistake costs.",
  "agreement.why.oneAnnotator.what":
    "Only one person has answered, so there is nothing to compare.",
  "agreement.why.oneAnnotator.next": "Let a second person answer some of the same examples.",
  "agreement.why.noOverlap.what": "No example was answered by two people.",
  "agreement.why.noOverlap.next": "Let some examples be answered by two people.",
  "agreement.why.tooFewItems.what": "Only one example was answered by two people.",
  "agreement.why.tooFewItems.next": "Let more examples be answered by two people.",
  "agreement.why.noVariation.what":
    "Every answer is the same, so nothing shows whether people agree or always choose that answer.",
  "agreement.why.noVariation.next": "Share examples that should get another answer.",
  "agreement.why.labelUnused.what": "Nobody used this label on the examples in common.",
  "agreement.why.labelUnused.next": "Share examples that should get it.",
  "agreement.measure.percent": "Same answer",
  "agreement.measure.percent.term":
    "Observed agreement: of two answers to the same example, how often both say the same; averaged over the examples with two answers or more.",
  "agreement.measure.cohenKappa": "Cohen’s κ",
  "agreement.measure.cohenKappa.term":
    "Agreement of two people beyond chance, where chance means answering at random with each person’s own habits (Cohen 1960). 1 is full agreement, 0 is chance.",
  "agreement.measure.fleissKappa": "Fleiss’ κ",
  "agreement.measure.fleissKappa.term":
    "Agreement beyond chance of a fixed number of people an example, whoever they are (Fleiss 1971). Examples with another number of answers are left out here.",
  "agreement.measure.alpha": "Krippendorff’s α",
  "agreement.measure.alpha.term":
    "Agreement beyond chance for any number of people, also where answers are missing (Krippendorff 2011). 1 is full agreement, 0 is chance.",
  "agreement.measure.masiAlpha": "Krippendorff’s α (MASI)",
  "agreement.measure.masiAlpha.term":
    "Agreement beyond chance on sets of labels; sets that overlap agree in part, and more so where one holds the other (Passonneau 2006).",
  "agreement.measure.jaccardAlpha": "Krippendorff’s α (Jaccard)",
  "agreement.measure.jaccardAlpha.term":
    "Agreement beyond chance on sets of labels; sets agree by the share of labels in common.",
  "agreement.measure.spanF1": "Same passages",
  "agreement.measure.spanF1.term":
    "F1 between people: of the passages that either marked, how many both marked with the same label and the same ends. Nothing is said about chance.",
  "agreement.measure.unitizingAlpha": "Krippendorff’s ᵤα",
  "agreement.measure.unitizingAlpha.term":
    "Agreement beyond chance on where passages begin and end, label by label (unitizing α, Krippendorff 2004). Passages that overlap agree in part.",
  "agreement.measure.wordLikeness": "Same words",
  "agreement.measure.wordLikeness.term":
    "Twice the words in common over the words of both texts, averaged. The order of words, capital letters and signs do not count.",
  "agreement.interval": "{low} to {high}",
  "agreement.noInterval": "no interval",
  "agreement.rank.tie": "Equally good",
  "agreement.rank.bothBad": "All bad",
  "agreement.rank.response": "Response {letter}",
  "agreement.none": "nothing",
  "agreement.title": "Agreement",
  "agreement.lead":
    "Do people who answer the same examples answer them alike? Where not, the guideline is not clear yet, or the examples are hard.",
  "agreement.decide":
    "Decide {disputed, plural, one {# disagreement} other {{shown} disagreements}}",
  "agreement.measuring": "Comparing the answers …",
  "agreement.nothing.how":
    "Hand the same examples out to a colleague, and bring the answers back here.",
  "agreement.nothing.action": "Go to Label",
  "agreement.advice.why": "How much is enough?",
  "agreement.items": "{items, plural, one {# example} other {{shown} examples}}",
  "agreement.notDefined": "not defined",
  "agreement.me": "you",
  "agreement.meNamed": "{name} (you)",
  "agreement.removedLabel": "a removed label",
  "agreement.labels.title": "Label by label",
  "agreement.labels.term":
    "Each label against all others, as the main measure above; least agreement first",
  "agreement.labels.always":
    "Every answer has this label, so nothing shows whether people agree on it. Share examples that should not get it.",
  "agreement.labels.uses": "used {uses, plural, one {once} other {{shown} times}}",
  "agreement.mixUps.title": "Chosen instead of each other",
  "agreement.mixUps.none": "Nobody chose differently.",
  "agreement.mixUps.or": "or {other}",
  "agreement.pairs.title": "Two by two",
  "agreement.pairs.person": "Person",
  "agreement.pairs.people": "People",
  "agreement.pairs.value": "Agreement",
  "agreement.pairs.items": "Examples",
  "agreement.self.title": "With oneself",
  "agreement.self.term":
    "Intra-rater agreement: examples that a person answered again after a while without seeing the first answer",
  "agreement.self.text":
    "The same person, asked the same again. People rarely agree more with each other than with themselves.",
  "agreement.decide.title": "Decide",
  "agreement.decide.lead": "Examples that people answered differently, one at a time.",
  "agreement.decide.left":
    "{open, plural, =0 {All of these are decided.} one {One example was answered differently and is not decided yet.} other {{shown} examples were answered differently and are not decided yet.}}",
  "agreement.decide.place": "{place, number} of {all, number}",
  "agreement.decide.previous": "Previous",
  "agreement.decide.next": "Next",
  "agreement.decide.hideNames": "Hide names",
  "agreement.decide.showNames": "Show names",
  "agreement.decide.comment": "Why? (may stay empty)",
  "agreement.decide.commentHint": "What settles it, for those who ask later",
  "agreement.decide.keys":
    "C writes here, Esc leaves, {modifier}+Enter decides; ← and → go to other examples.",
  "agreement.keys.choose": "Choose a person’s answer",
  "agreement.keys.other": "Give another answer",
  "agreement.keys.comment": "Write why",
  "agreement.keys.decide": "Decide",
  "agreement.keys.names": "Hide or show names",
  "agreement.keys.step": "Previous, next",
  "agreement.decide.confirm": "Decide",
  "agreement.decide.asRule": "Make the reason a rule",
  "agreement.decide.chooseFirst": "Choose an answer first",
  "agreement.decide.none.title": "Nothing is left to decide",
  "agreement.decide.none.text":
    "Wherever several people answered an example, they gave the same answer or somebody has decided.",
  "agreement.decide.none.action": "See how far people agree",
  "agreement.decided.title": "Decided by {who}, {when}",
  "agreement.decided.reopened":
    "Decided by {who}, {when}; another answer came in since, so decide again",
  "agreement.somebody": "one of you",
  "agreement.expert": "Expert {letter}",
  "agreement.answerOf": "Answer: {name}",
  "agreement.answer.noLabel": "no label",
  "agreement.role.system": "System",
  "agreement.role.user": "User",
  "agreement.role.assistant": "Assistant",
  "agreement.role.tool": "Tool",
  "agreement.other": "Another answer",
  "agreement.other.label": "Label",
  "agreement.other.labels": "Labels",
  "agreement.other.spans": "Passages that hold",
  "agreement.other.outcome": "Better response",
  "agreement.other.text": "Response",
  "agreement.other.hint.classify": "Choose a label that nobody chose.",
  "agreement.other.hint.tag": "Put the right labels together.",
  "agreement.other.hint.write": "Take one of these responses and mend it.",
  "agreement.other.hint.chat": "Take one of these conversations and mend what the assistant says.",
  "agreement.other.hint.extract": "Put together which of the marked passages hold.",
  "agreement.other.hint.rank": "Choose what nobody chose.",
} as const satisfies Record<string, string>;
