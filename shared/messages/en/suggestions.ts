export const suggestionsMessages = {
  "suggestions.bar": "Suggestion",
  "suggestions.suggested": "Suggested:",
  "suggestions.putIn": "Suggestion put in, not saved yet:",
  "suggestions.sureness.sure": "sure",
  "suggestions.sureness.fairlySure": "fairly sure",
  "suggestions.sureness.guess": "a guess",
  "suggestions.fromInstant":
    "{percent} sure. From the instant model, which learns from your answers on this computer. It is not a language model.",
  "suggestions.fromModel": "From {model}, a connected model.",
  "suggestions.accept": "Accept",
  "suggestions.use": "Put it in",
  "suggestions.hidden": "Answer this one without help.",
  "suggestions.hiddenWhy":
    "Some suggestions stay out of sight, so that you can see later how far they sway you.",
  "suggestions.learning": "Learning from your answers…",
  "suggestions.tooFew":
    "{missing, plural, one {Suggestions begin after # more answer.} other {Suggestions begin after # more answers.}}",
  "suggestions.none": "No suggestion for this one.",
} as const;
