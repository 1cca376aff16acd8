export const similarMessages = {
  "similar.title": "Similar ones",
  "similar.open": "Similar…",
  "similar.source": "The example that you answered",
  "similar.looking": "Comparing texts…",
  "similar.lookingShare": "Compared {done} of {total} texts",
  "similar.list": "Similar examples",
  "similar.group.open":
    "Very much alike, and not answered yet or as this one was before: take out what does not fit",
  "similar.group.lessAlike": "Less alike, or answered otherwise: tick what fits",
  "similar.group.marked": "The same words occur in these: take out what does not fit",
  "similar.group.byPerson":
    "Answered differently, or skipped, by a person: tick what should be overwritten",
  "similar.group.oneByOne": "Not answered like this one",
  "similar.none": "No other example is like this one and has another answer.",
  "similar.compared": "{compared, plural, one {One text was} other {{shown} texts were}} compared.",
  "similar.hasMore": "There are more; the ones most alike are shown.",
  "similar.leftOut":
    "{examples, plural, one {One similar example is} other {{shown} similar examples are}} left out, because others were asked about {examples, plural, one {it} other {them}} too.",
  "similar.noAnswer": "No answer yet",
  "similar.noLabels": "No label",
  "similar.otherAnswer": "Another answer",
  "similar.becomes": "becomes",
  "similar.likeness.nearlySame": "Nearly the same",
  "similar.likeness.veryAlike": "Very much alike",
  "similar.likeness.alike": "Alike",
  "similar.likeness.somewhat": "Somewhat alike",
  "similar.likeness.hint":
    "Compared by words and pieces of words, not by meaning. Measure: cosine, {similarity}.",
  "similar.mode": "What they get",
  "similar.mode.change": "The same change",
  "similar.mode.same": "The same answer",
  "similar.mode.oneByOne": "One by one",
  "similar.keys": "Space takes one out or in · A all or none · Enter applies · Esc closes",
  "similar.keysOneByOne": "Enter starts · Esc closes",
  "similar.apply":
    "{examples, plural, =0 {Nothing is ticked} one {Apply to the one left} other {Apply to the {shown} left}}",
  "similar.applied":
    "{examples, plural, one {One similar example has} other {{shown} similar examples have}} this answer now.",
  "similar.appliedUndo": "One step back undoes all of it.",
  "similar.oneByOneWhy": "No two of these share an answer, so each is looked at by itself.",
  "similar.goThrough":
    "{examples, plural, one {Look at it} other {Go through these {shown} one by one}}",
} as const satisfies Record<string, string>;
