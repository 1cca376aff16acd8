export const definitionsMessages = {
  "definitions.title": "Define",
  "definitions.lead.labels":
    "Say which labels there are, what each one means, and what the model is told.",
  "definitions.lead.texts": "Write down what a right answer is, and what the model is told.",
  "definitions.sections": "Parts of the definition",
  "definitions.tab.labels": "Labels",
  "definitions.tab.guideline": "Guideline",
  "definitions.tab.prompt": "What the model is told",
  "definitions.tab.empty": "empty",

  "definitions.task.title": "What the model learns",
  "definitions.task.change": "Change…",
  "definitions.task.change.title": "Change what the model learns",
  "definitions.task.change.text": "This is possible as long as no example has an answer.",
  "definitions.task.change.legend": "What should the model learn?",
  "definitions.task.change.do": "Change",

  "definitions.labels.new": "New label",
  "definitions.labels.newHint": "Enter adds it. A pasted list becomes one label a line.",
  "definitions.labels.add": "Add label",
  "definitions.labels.filter": "Filter labels",
  "definitions.labels.filtered": "{shown} of {total}",
  "definitions.labels.noMatch": "No label matches “{filter}”.",
  "definitions.labels.list": "Labels",
  "definitions.labels.none.title": "No label yet",
  "definitions.labels.none.text":
    "Add the labels to choose from, or bring a file that holds them: its labels appear here by themselves.",
  "definitions.labels.none.bring": "Bring a file",
  "definitions.labels.column.name": "Label",
  "definitions.labels.column.description": "When it applies",
  "definitions.labels.column.key": "Key",
  "definitions.labels.column.examples": "Answers",
  "definitions.labels.key.hint": "The key that answers with this label: a digit or a letter.",
  "definitions.labels.added":
    "{added, plural, =0 {No label was added} one {# label added} other {# labels added}}",
  "definitions.labels.alreadyThere":
    "{count, plural, one {# was there already.} other {# were there already.}}",

  "definitions.label.name": "Name of “{name}”",
  "definitions.label.description": "When “{name}” applies",
  "definitions.label.descriptionPlaceholder": "When does it apply, and when not?",
  "definitions.label.key": "Key for “{name}”",
  "definitions.label.colour": "Colour of “{name}”: {colour}",
  "definitions.label.examples":
    "{examples, plural, one {Look at the answer} other {Look at the # answers}} with “{name}”",
  "definitions.label.grip": "Move “{name}”: arrow keys, or drag",
  "definitions.label.menu": "More for “{name}”",
  "definitions.label.moveUp": "Move up",
  "definitions.label.moveDown": "Move down",
  "definitions.label.moveToTop": "Move to the top",
  "definitions.label.moveToEnd": "Move to the end",
  "definitions.label.remove": "Remove…",
  "definitions.label.moved": "“{name}” is now number {position} of {total}.",
  "definitions.label.removed": "“{name}” is removed. Undo brings it back.",

  "definitions.remove.title": "Remove “{name}”?",
  "definitions.remove.description":
    "{examples, plural, one {One example has this answer. What should become of it?} other {# examples have this answer. What should become of them?}}",
  "definitions.remove.legend": "What becomes of the answers",
  "definitions.remove.unlabel": "They have no answer again and come back for labelling",
  "definitions.remove.move": "They get another label:",
  "definitions.remove.moveTo": "Other label",
  "definitions.remove.do": "Remove label",
  "definitions.remove.undo": "Undo brings everything back.",

  "definitions.colour.slate": "grey",
  "definitions.colour.red": "red",
  "definitions.colour.orange": "orange",
  "definitions.colour.amber": "amber",
  "definitions.colour.lime": "lime",
  "definitions.colour.green": "green",
  "definitions.colour.teal": "teal",
  "definitions.colour.sky": "light blue",
  "definitions.colour.blue": "blue",
  "definitions.colour.violet": "violet",
  "definitions.colour.pink": "pink",
  "definitions.colour.brown": "brown",

  "definitions.guideline.lead": "The rules for the people who answer, shown beside each example.",
  "definitions.guideline.edit": "Guideline text",
  "definitions.guideline.formatting": "# heading   - list   **bold**   1. numbered",
  "definitions.guideline.preview": "How it looks",
  "definitions.guideline.previewEmpty":
    "What you write appears here, as it looks beside an example.",
  "definitions.guideline.unwritten": "Not written yet",
  "definitions.guideline.version": "Version {version}, saved {when}",
  "definitions.guideline.outline": "Start from an outline",
  "definitions.guideline.outlineBody":
    "# What this is about\n\nIn two sentences: which texts, and what the answers are used for.\n\n# How to decide\n\n1. First look at …\n2. If …, then …\n\n# Borderline cases\n\n- **Looks like …, but is …** because …\n\n# When in doubt\n\nSkip the example or flag it.\n",

  "definitions.warnings.title": "Names that are easily confused",
  "definitions.warnings.lookAlike":
    "“{first}” and “{second}” look the same, or nearly so, but are two labels. If one is enough, remove the other and give its answers to it.",
  "definitions.warnings.mixedScripts":
    "“{name}” mixes letters of two alphabets that look alike. Type the name anew to be sure.",
  "definitions.warnings.invisible":
    "“{name}” holds characters that nobody sees ({characters}). Type the name anew to be rid of them.",
  "definitions.warnings.more":
    "{count, plural, one {One more name} other {# more names}} like that",

  "definitions.text.unsaved": "Not saved yet",
  "definitions.text.saving": "Saving…",
  "definitions.text.saved": "Saved",
  "definitions.text.save": "Save",

  "definitions.prompt.lead":
    "A few sentences that a model reads first: its job, and how to answer.",
  "definitions.prompt.edit": "What the model is told before each example",
  "definitions.prompt.placeholder":
    "You sort the messages of a bank’s customers by what they are about.",
  "definitions.prompt.preview": "Exactly what the model will see",
  "definitions.prompt.system": "Before each example",
  "definitions.prompt.systemTerm": "system message",
  "definitions.prompt.user": "Then the example",
  "definitions.prompt.userTerm": "user message",
  "definitions.prompt.nothing": "Nothing: the model sees only the example.",
  "definitions.prompt.noExample": "The text of the example, and nothing else.",
  "definitions.prompt.sharedNote":
    "Training, comparing and the hand-off all use these words, letter for letter.",
} as const satisfies Record<string, string>;
