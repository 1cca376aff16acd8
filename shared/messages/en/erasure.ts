export const erasureMessages = {
  "erasure.title": "Delete for ever",
  "erasure.lead": "This cannot be undone. Nobody can bring back what is deleted here:",
  "erasure.goes.examples":
    "{count, plural, one {one example} other {{shown} examples}} with text and fields",
  "erasure.goes.answers":
    "{count, plural, =0 {no answers} one {one answer} other {{shown} answers}}, earlier ones included",
  "erasure.goes.steps":
    "what {count, plural, =0 {no step} one {one step} other {{shown} steps}} of the history recorded of them",
  "erasure.goes.search": "their words in the search, which is then prepared anew",
  "erasure.goes.backups": "their copies in this project's backups",
  "erasure.held":
    "{versions, plural, one {The frozen version {numbers} holds} other {The frozen versions {numbers} hold}} some of these examples",
  "erasure.held.text":
    "A frozen version never changes, so it can only be deleted as a whole, together with what was made from it: {trainings, plural, =0 {no training} one {one training} other {# trainings}}, {comparisons, plural, =0 {no comparison} one {one comparison} other {# comparisons}} and the record of {handoffs, plural, =0 {no hand-off} one {one hand-off} other {# hand-offs}}.",
  "erasure.withVersions":
    "Delete {versions, plural, one {this version} other {these versions}} for ever as well",
  "erasure.stays":
    "Label names stay. Not in Tacit's hands: the file you imported, hand-offs that were written, and what a service was sent.",
  "erasure.type": "To go on, type {number}",
  "erasure.confirm": "Delete for ever",
  "erasure.running": "Deleting…",
  "erasure.done":
    "{erased, plural, one {One example was} other {{shown} examples were}} deleted for ever",
} as const satisfies Record<string, string>;
