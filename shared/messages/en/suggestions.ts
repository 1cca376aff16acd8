export const suggestionsMessages = {
  "suggestions.bar": "Suggestion",
  "suggestions.suggested": "Suggested:",
  "suggestions.putIn": "Suggestion put in, not saved yet:",
  "suggestions.sureness.sure": "sure",
  "suggestions.sureness.fairlySure": "fairly sure",
  "suggestions.sureness.guess": "a guess",
  "suggestions.fromInstant":
    "{percent} sure. From the instant model, which learns from your answers on this computer. It is not a language model.",
  "suggestions.fromModel": "From {model}, a connected model. It does not say how sure it is.",
  "suggestions.accept": "Accept",
  "suggestions.use": "Put it in",
  "suggestions.hidden": "Answer this one without help.",
  "suggestions.hiddenWhy":
    "Now and then the suggestion stays out of sight: Check then shows how far suggestions sway you.",
  "suggestions.learning": "Learning from your answers…",
  "suggestions.asking": "Asking {name}…",
  "suggestions.tooFew":
    "{missing, plural, one {Suggestions begin after # more answer.} other {Suggestions begin after # more answers.}}",
  "suggestions.none": "No suggestion for this one.",
  "suggestions.consent":
    "To get suggestions, the texts of the next examples, the names of your labels and the system prompt would go to {model} of {name} at {host}.",
  "suggestions.agree": "Send them until I close the project",
  "suggestions.failed": "No suggestions at the moment.",
  "suggestions.retry": "Try again",

  "suggestions.order": "Order of the examples",
  "suggestions.order.file": "In order",
  "suggestions.order.random": "Mixed up",
  "suggestions.order.unsure": "Unsure first",
  "suggestions.order.diverse": "Most different first",
  "suggestions.order.file.title": "As they are in the file",
  "suggestions.order.random.title": "Shuffled, always in the same way",
  "suggestions.order.unsure.title": "First those the instant model is least sure about",
  "suggestions.order.diverse.title": "First those that are least like what was answered before",
  "suggestions.order.fellBack": "In order until something was learned",

  "suggestions.settings.open": "Suggestions…",
  "suggestions.settings.title": "Suggestions",
  "suggestions.settings.from": "Who suggests answers",
  "suggestions.settings.instant": "The instant model",
  "suggestions.settings.instant.text":
    "Learns from your answers on this computer. It is quick and no language model.",
  "suggestions.settings.connection": "A connected model",
  "suggestions.settings.connection.text":
    "Texts leave this computer, after you agreed to it at the desk.",
  "suggestions.settings.off": "Nobody",
  "suggestions.settings.off.text": "You answer without suggestions.",
  "suggestions.settings.service": "Connection",
  "suggestions.settings.model": "Model",
  "suggestions.settings.modelHint": "Its name at the service, as in its list of models.",
  "suggestions.settings.blind": "Without help (percent)",
  "suggestions.settings.blindHint":
    "On so many examples the suggestion stays hidden until you have answered; 0 to {most}. It shows how far suggestions sway you.",
  "suggestions.settings.recheck": "Asked once more (percent)",
  "suggestions.settings.recheckHint":
    "So many of your own answers come back after a while; 0 to {most}. It shows how steadily you answer.",

  "suggestions.sitting.open": "I have a few minutes",
  "suggestions.sitting.text":
    "You get the examples that bring the most for the time they take you. How long do you have?",
  "suggestions.sitting.minutes": "{minutes} min",
  "suggestions.sitting.left": "{minutes, plural, one {# minute left} other {# minutes left}}",
  "suggestions.sitting.up": "Time is up: finish this one",
  "suggestions.sitting.finish": "Finish",
  "suggestions.sitting.thanks": "Time well spent",
  "suggestions.sitting.nothing": "Nothing answered this time",
  "suggestions.sitting.brought":
    "{answers, plural, =0 {That is fine: everything is where you left it.} one {You answered # example, one that teaches the model most.} other {You answered # examples, those that teach the model most.}}",
  "suggestions.sitting.gained": "Labels that gained",
  "suggestions.sitting.others":
    "{labels, plural, one {and # more label} other {and # more labels}}",
  "suggestions.sitting.more": "{minutes} more minutes",
  "suggestions.sitting.stop": "Stop here",

  "suggestions.sway.title": "Do suggestions sway you?",
  "suggestions.sway.term":
    "Anchoring: how much more often answers agree with a suggestion that can be seen",
  "suggestions.sway.sways":
    "With suggestions showing you agreed with them {shown} of the time, without {hidden}: they sway you by about {by, plural, one {# point} other {# points}} ({low} to {high}).",
  "suggestions.sway.unclear":
    "With suggestions showing you agreed with them {shown} of the time, without {hidden}. That may be chance: if they sway you, then by no more than about {high, plural, one {# point} other {# points}}.",
  "suggestions.sway.against":
    "With suggestions showing you agreed with them {shown} of the time, without {hidden}: seeing them makes you about {by, plural, one {# point} other {# points}} more critical.",
  "suggestions.sway.missingHidden":
    "Not enough yet: {missing, plural, one {# more answer} other {# more answers}} with the suggestion hidden are needed to tell.",
  "suggestions.sway.missingShown":
    "Not enough yet: {missing, plural, one {# more answer} other {# more answers}} with the suggestion showing are needed to tell.",
  "suggestions.sway.counted":
    "Counted: {shown, plural, one {# answer} other {# answers}} with the suggestion showing, {hidden, plural, one {# answer} other {# answers}} with it hidden.",
} as const;
