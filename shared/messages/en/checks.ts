import type { FindingCode, FindingFix } from "../../features/checks/contract.ts";
import type { z } from "zod";

type FindingMessages = Record<
  `checks.finding.${FindingCode}.${"title" | "why"}` | `checks.fix.${z.infer<typeof FindingFix>}`,
  string
>;

export const checksMessages = {
  "checks.lead": "Is there enough to train on, and what would make it better?",
  "checks.ranAt": "Checked {when}",
  "checks.again": "Check again",
  "checks.running": "Looking through the examples…",
  "checks.outdated": "Something has changed since this check",
  "checks.outdatedText": "What you see below may no longer be true.",
  "checks.nothing.title": "Nothing to check yet",
  "checks.nothing.text": "Bring a file with your examples first.",
  "checks.nothing.action": "Bring a file",
  "checks.verdict.notReady":
    "{blockers, plural, one {One thing stands} other {# things stand}} in the way of training",
  "checks.verdict.notReadyText":
    "{blockers, plural, one {It comes first in the list below, with what to do about it.} other {They come first in the list below, with what to do about them.}}",
  "checks.verdict.ready": "Ready for training: {labelled} answered examples",
  "checks.verdict.readyText": "Nothing stands in the way.",
  "checks.verdict.readyWithWarnings":
    "Ready for training, but {warnings, plural, one {one thing is} other {# things are}} worth mending",
  "checks.verdict.readyWithWarningsText":
    "You can train now. An hour spent on the list below makes a better model.",
  "checks.verdict.train": "Go to training",
  "checks.findings": "{findings, plural, =0 {Nothing found} one {# finding} other {# findings}}",
  "checks.findings.none": "No duplicates, no contradictions, nothing missing.",
  "checks.severity.blocker": "Stands in the way",
  "checks.severity.warning": "Worth mending",
  "checks.severity.note": "Good to know",
  "checks.showExamples": "Show examples ({examples})",
  "checks.examplesHint": "Choose one to see it on the labelling desk.",
  "checks.duplicates.title": "Remove {surplus, plural, one {# copy} other {# copies}}?",
  "checks.duplicates.text":
    "One of each stays, the answered one first. The copies are put away, not destroyed: Undo brings them back.",
  "checks.duplicates.removed": "{changed, plural, one {# copy was} other {# copies were}} removed",
  "checks.counts": "What there is",
  "checks.counts.examples": "Examples",
  "checks.counts.labelled": "Answered",
  "checks.counts.unlabelled": "Unanswered",
  "checks.counts.skipped": "Skipped",
  "checks.splits": "Parts that came with the file",
  "checks.splits.none": "None. The examples are shared out when you train.",
  "checks.splits.rest": "In no part yet",
  "checks.tokens": "Length of an example, in tokens",
  "checks.tokens.term":
    "A token is a piece of a word; models read, and services charge, by the token. Text and answer are counted together.",
  "checks.tokens.median": "Typical (median)",
  "checks.tokens.p95": "95 of 100 are shorter than",
  "checks.tokens.longest": "Longest",
  "checks.tokens.limit": "Most that a model reads",
  "checks.tokens.total": "All together",
  "checks.tokens.estimate": "An estimate: every model counts a little differently.",
  "checks.labels": "{labels, plural, one {# label} other {# labels}}",
  "checks.labels.list": "Examples of each label",
  "checks.labels.average": "line: average {average}",
  "checks.labels.rare": "few",

  "checks.finding.tooFewExamples.title":
    "{labelled, plural, =0 {No example is answered yet} one {Only # example is answered} other {Only # examples are answered}}",
  "checks.finding.tooFewExamples.why":
    "A model needs at least {minimum} answered examples to learn from, and rarely gets better than it was with fewer than {recommended}.",
  "checks.finding.tooFewLabels.title":
    "{used, plural, =0 {No label is in use} one {Only one label is in use} other {Only # labels are in use}}",
  "checks.finding.tooFewLabels.why":
    "A model that sees one and the same answer everywhere learns to give it always. Answer some examples with another label.",
  "checks.finding.conflictingAnswers.title":
    "{inputs, plural, one {# text has} other {# texts have}} different answers",
  "checks.finding.conflictingAnswers.why":
    "{examples, plural, one {# example says} other {# examples say}} the same but are answered differently. The model cannot know which answer is right; decide on one.",
  "checks.finding.emptyResponse.title":
    "{examples, plural, one {# response is} other {# responses are}} empty",
  "checks.finding.emptyResponse.why":
    "From an empty response the model learns to say nothing. Write what it should say, or take the example out.",
  "checks.finding.emptyInput.title":
    "{examples, plural, one {# example has} other {# examples have}} no text",
  "checks.finding.emptyInput.why":
    "There is nothing to learn from an example without a text. It was probably an empty cell; take it out.",
  "checks.finding.exactDuplicates.title":
    "{surplus, plural, one {# example is a copy} other {# examples are copies}} of another",
  "checks.finding.exactDuplicates.why":
    "The model learns copies by heart, and a copy that is also used for testing makes it look better than it is. One of each is kept, the answered one first.",
  "checks.finding.splitLeakage.title":
    "{examples, plural, one {# example stands} other {# examples stand}} on both sides of training and testing",
  "checks.finding.splitLeakage.why":
    "{inputs, plural, =0 {} one {# text occurs in more than one part. } other {# texts occur in more than one part. }}{groups, plural, =0 {} one {# group is spread over more than one part. } other {# groups are spread over more than one part. }}A model tested on what it was trained on looks better than it is. Let Tacit share out the examples again, so that what belongs together stays together.",
  "checks.finding.truncated.title":
    "{examples, plural, one {# example is} other {# examples are}} too long",
  "checks.finding.truncated.why":
    "A model reads at most {limit, number} tokens (pieces of words) of an example; the longest has about {longest, number}. What is over is cut off at the end, and that is the answer.",
  "checks.finding.noTestExamples.title": "Nothing is set aside for testing",
  "checks.finding.noTestExamples.why":
    "Your files say which examples are for training, but none is for testing. Without a test nobody can tell whether the model got better.",
  "checks.finding.tooFewPerLabel.title":
    "{count, plural, one {# label has} other {# labels have}} fewer than {minimum} examples",
  "checks.finding.tooFewPerLabel.why":
    "What is rare is hardly learned and cannot be tested: {labels}.",
  "checks.finding.unusedLabel.title":
    "{count, plural, one {# label is} other {# labels are}} never used",
  "checks.finding.unusedLabel.why":
    "The model cannot learn a label that it never sees: {labels}. Find examples for it, or remove it.",
  "checks.finding.flagged.title":
    "{examples, plural, one {# example is} other {# examples are}} flagged",
  "checks.finding.flagged.why": "You marked them for another look before training.",
  "checks.finding.nothingMarked.title":
    "{examples, plural, one {# answered example has} other {# answered examples have}} no label at all",
  "checks.finding.nothingMarked.why":
    "That is right where none applies, and the model learns from it. Make sure that nothing was forgotten.",
  "checks.finding.spanBlankEdges.title":
    "{examples, plural, one {# example has} other {# examples have}} marks that begin or end with a blank",
  "checks.finding.spanBlankEdges.why":
    "Most programs count such a mark as wrong, or refuse it. Mark the words without the blanks around them.",
  "checks.finding.spanCutsWord.title":
    "{examples, plural, one {# example has} other {# examples have}} marks that cut through a word",
  "checks.finding.spanCutsWord.why":
    "Models mark whole words or pieces of their own, so that such a mark is often lost. Mark whole words where you can.",
  "checks.finding.inconsistentSpans.title":
    "{count, plural, one {# passage is} other {# passages are}} marked in different ways",
  "checks.finding.inconsistentSpans.why":
    "The same words have one label here and another there: {passages}. Where that is not meant, decide on one and write the rule into the guideline.",
  "checks.finding.oddConversation.title":
    "{examples, plural, one {# conversation is} other {# conversations are}} not whole",
  "checks.finding.oddConversation.why":
    "A turn is empty, nobody asks anything, or the last turn is not a reply of the assistant. The model learns to talk like that; complete it or take it out.",
  "checks.finding.nothingToLearn.title":
    "{examples, plural, one {# conversation} other {# conversations}} will be left out of training",
  "checks.finding.nothingToLearn.why":
    "Every reply of the assistant is set to be left out, or a tool speaks whose calls are not known; services refuse such conversations.",
  "checks.finding.sameResponses.title":
    "{examples, plural, one {# example offers} other {# examples offer}} the same response twice",
  "checks.finding.sameResponses.why":
    "There is nothing to choose between equal responses. Take these examples out.",
  "checks.finding.oneSidedPreference.title":
    "Nearly always response {place} is preferred: {times} of {decided} times",
  "checks.finding.oneSidedPreference.why":
    "The model may learn the place instead of what is better. Mix the order of the responses in your file, and see whether the choice was made with care.",
  "checks.finding.unlabelled.title":
    "{examples, plural, one {# example is} other {# examples are}} not answered yet",
  "checks.finding.unlabelled.why":
    "They are left out of training. That is fine, but more answers make a better model.",
  "checks.fix.labelThese": "Answer these",
  "checks.fix.reviewThese": "Look at these",
  "checks.fix.removeDuplicates": "Remove the copies",
  "checks.fix.regroup": "Share out again",
  "checks.fix.labelMore": "Answer more",
  "checks.fix.shorten": "Look at the long ones",
  "checks.fix.removeLabel": "Look at the labels",
  "checks.fix.bringMore": "Bring more examples",
} as const satisfies FindingMessages & Record<string, string>;
