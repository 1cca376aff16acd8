export const annotationsSpansMessages = {
  "annotations.spans.list": "Marked passages",
  "annotations.spans.count":
    "{spans, plural, =0 {Nothing marked yet} one {# marked passage} other {# marked passages}}",
  "annotations.spans.remove": "Remove {label} from “{text}”",
  "annotations.spans.brush":
    "Marking with {label}: drag over text or press Space; Esc puts it away",
  "annotations.spans.everywhere":
    "{places, plural, one {Label one more “{text}” as {label}} other {Label # more “{text}” as {label}}}",

  "annotations.spans.said.labelled": "“{text}” labelled {label}",
  "annotations.spans.said.chosen": "{label}: “{text}”",
  "annotations.spans.said.removed": "{label} removed from “{text}”",
  "annotations.spans.said.everywhere":
    "{places, plural, one {# more passage labelled} other {# more passages labelled}}",
  "annotations.spans.said.nothing": "Nothing is marked here.",

  "annotations.spans.keys.word": "next word",
  "annotations.spans.keys.more": "one word more",
  "annotations.spans.keys.walk": "marked passages",
  "annotations.spans.keys.save": "saves",
  "annotations.spans.keys.wider": "wider",
  "annotations.spans.keys.narrower": "narrower",
  "annotations.spans.keys.remove": "removes",
  "annotations.spans.keys.leave": "leaves it",

  "annotations.spans.overview.move": "Go from word to word",
  "annotations.spans.overview.more": "Mark one word more, or less",
  "annotations.spans.overview.exact": "By single characters",
  "annotations.spans.overview.walk": "Next marked passage, with ⇧ the one before",
  "annotations.spans.overview.wider": "Widen the passage to the left, to the right",
  "annotations.spans.overview.narrower": "Narrow it from the left, from the right",
  "annotations.spans.overview.remove": "Remove the passage",
  "annotations.spans.overview.everywhere": "Label the same text everywhere",
  "annotations.spans.overview.leave": "Leave the passage, or put the label away",

  "annotations.spans.nothing": "Nothing marked: the text holds nothing to label",
  "annotations.spans.added": "{label} added: “{text}”",
  "annotations.spans.removed": "{label} taken away: “{text}”",
  "annotations.spans.relabelled": "{before} became {after}: “{text}”",
  "annotations.history.more": "{changes, plural, one {# more change} other {# more changes}}",
  "annotations.spans.same": "The same passages under the same labels",
} as const satisfies Record<string, string>;
