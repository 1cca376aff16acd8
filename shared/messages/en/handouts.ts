/** Working on one project with others, by files that go out and come back. */
export const handoutsMessages = {
  "handouts.title": "Work together",
  "handouts.lead":
    "Hand a part of the examples to a colleague as one file, and merge what comes back. No server, no account: you send the files the way you like.",
  "handouts.sliceLead":
    "These examples come from {owner}. Answer them at the desk as usual, then return your answers as one file.",
  "handouts.handOut": "Hand out…",
  "handouts.agreement": "How far you agree",
  "handouts.mergeFile": "Open a file that came…",
  "handouts.openWork": "Open work from a colleague…",
  "handouts.return": "Return to {owner}…",

  "handouts.you.title": "You",
  "handouts.you.are": "You are {name}",
  "handouts.you.nobody": "Tacit does not know your name yet.",
  "handouts.you.why":
    "Your name goes with your answers, and your signature shows that a file is yours.",
  "handouts.you.numbers": "Your numbers",
  "handouts.you.numbersHint":
    "Colleagues compare these with you by telephone before they take over a file of yours.",
  "handouts.you.sayName": "Say your name…",
  "handouts.you.change": "Change…",
  "handouts.people.title": "Who works on this computer",
  "handouts.people.lead": "Each person has a name and a signature of their own.",
  "handouts.people.choose": "Who are you?",
  "handouts.people.new": "Somebody else",
  "handouts.people.name": "Name",
  "handouts.people.namePlaceholder": "Dr. Weber",
  "handouts.people.add": "Work as this person",
  "handouts.people.use": "Work as {name}",
  "handouts.people.rename": "Rename",
  "handouts.people.renameTo": "New name of {name}",
  "handouts.people.now": "At work now",

  "handouts.colleagues.title": "People of this project",
  "handouts.colleagues.you": "You",
  "handouts.colleagues.confirmed": "Signature confirmed",
  "handouts.colleagues.unconfirmed": "No signature confirmed yet",
  "handouts.colleagues.none": "Nobody else yet.",

  "handouts.list.title": "Handed out",
  "handouts.list.none.title": "Nothing is handed out",
  "handouts.list.none.text":
    "Give a colleague a part of the examples. Some of them you both answer without seeing each other’s answer: that shows how far you agree.",
  "handouts.list.to": "To",
  "handouts.list.when": "On",
  "handouts.list.examples": "Examples",
  "handouts.list.overlap": "For both",
  "handouts.list.back": "Came back",
  "handouts.list.backShare": "{done} of {examples}",
  "handouts.list.progress": "Answers of {name} that came back",
  "handouts.list.calledBack": "Called back",
  "handouts.list.complete": "All back",
  "handouts.list.callBack": "Call back",
  "handouts.list.callBackOf": "Call back what {name} has",
  "handouts.calledBack":
    "{examples, plural, =0 {Called back} one {One example is in your queue again} other {# examples are in your queue again}}",

  "handouts.merged.title": "Merged",
  "handouts.merged.who": "From",
  "handouts.merged.when": "On",
  "handouts.merged.what": "What came of it",
  "handouts.merged.sum":
    "{added, plural, one {# new answer} other {# new answers}}, {agreed, plural, one {# agrees} other {# agree}}, {disputed} to be decided",
  "handouts.merged.left":
    "{left, plural, one {# answer was not taken over} other {# answers were not taken over}}",
  "handouts.disputed":
    "{disputed, plural, one {One example has different answers and waits for a decision.} other {# examples have different answers and wait for a decision.}}",
  "handouts.disputed.decide": "Decide",

  "handouts.slice.title": "Your part",
  "handouts.slice.from": "From {owner}, project “{project}”, opened {when}",
  "handouts.slice.done":
    "{answered} of {examples} answered{skipped, plural, =0 {} one {, # skipped} other {, # skipped}}",
  "handouts.slice.progress": "Examples answered",
  "handouts.slice.label": "Go on labelling",
  "handouts.slice.again":
    "You may return as often as you like; the newest answers are the ones that count.",

  "handouts.out.title": "Hand out examples",
  "handouts.out.to": "To whom",
  "handouts.out.newName": "Somebody new",
  "handouts.out.name": "Name of your colleague",
  "handouts.out.which": "Which examples",
  "handouts.out.which.unlabelled": "Only those without an answer",
  "handouts.out.which.unlabelledText": "They leave your queue until they come back.",
  "handouts.out.which.all": "All, also answered ones",
  "handouts.out.which.allText": "To have your answers looked over, or to see how far you agree.",
  "handouts.out.count": "How many",
  "handouts.out.available":
    "{available, plural, =0 {There are none} one {There is one} other {There are {shown}}}",
  "handouts.out.overlap": "For both of you, in percent",
  "handouts.out.overlapHint":
    "Answered by each without seeing the other’s answer. 20 is a good share.",
  "handouts.out.withAnswers": "Let your answers to the other examples go along",
  "handouts.out.withAnswersHint":
    "Your colleague sees and checks them. Answers to examples for both always stay here.",
  "handouts.out.leaves":
    "The file holds the texts of these examples with the columns kept beside them, the labels, the guideline with its rules and the instructions to the model. Nothing else leaves this computer.",
  "handouts.out.plan":
    "{examples, plural, =0 {Nothing to hand out} one {One example} other {{shown} examples}}{overlap, plural, =0 {} one {, one of them for both of you} other {, # of them for both of you}}",
  "handouts.out.make": "Make the file",
  "handouts.out.making": "Making the file…",
  "handouts.out.nameMissing": "Say for whom it is.",
  "handouts.passphrase": "Passphrase (may stay empty)",
  "handouts.passphraseHint":
    "At least 8 characters. Tell it by telephone, not in the e-mail that carries the file. Nobody can find out a forgotten one; you would make the file anew.",
  "handouts.passphraseShort": "At least 8 characters, or none.",
  "handouts.open.warningReturn":
    "Without a passphrase, anybody who gets the file can read your answers.",
  "handouts.out.filter": "Only those of",
  "handouts.out.filterAll": "All examples",
  "handouts.open.warning":
    "Without a passphrase, anybody who gets the file can read the examples in it.",

  "handouts.saved.title": "The file is ready",
  "handouts.saved.where": "{file} lies in {folder}",
  "handouts.saved.send":
    "Send it to {name} the way you like: by e-mail, on a memory stick, over a shared folder.",
  "handouts.saved.open":
    "It is not locked: anybody who gets the file can read it. Send it only over ways that you trust.",
  "handouts.saved.locked":
    "It is locked. Tell {name} the passphrase by telephone, never together with the file.",
  "handouts.saved.copy": "Save a copy…",
  "handouts.saved.answered":
    "{answered} of {examples} answered{skipped, plural, =0 {} other {, # skipped}}",

  "handouts.return.title": "Return your answers",
  "handouts.return.lead":
    "{owner} gets your present answer to every example, what you skipped and flagged, and the labels and rules you made, as proposals.",

  "handouts.arrived.title": "Open a file from a colleague",
  "handouts.arrived.lead": "Files that end in .tacit-slice or .tacit-return.",
  "handouts.arrived.choose": "Choose the file…",
  "handouts.arrived.reading": "Reading and checking the file…",
  "handouts.arrived.safe":
    "Nothing is taken over before you say so. A file that was changed on the way, or that holds anything strange, is refused as a whole.",
  "handouts.arrived.locked": "{file} is locked with a passphrase.",
  "handouts.arrived.passphrase": "Passphrase",
  "handouts.arrived.unlock": "Unlock",
  "handouts.arrived.unlocking": "Unlocking…",
  "handouts.arrived.other": "Choose another file",
  "handouts.arrived.slice":
    "{name} hands out {examples, plural, one {one example} other {# examples}} of “{project}” to you.",
  "handouts.arrived.return":
    "{name} returns {examples, plural, one {one example} other {# examples}} of “{project}”.",
  "handouts.arrived.made": "Made {when}",
  "handouts.arrived.openSlice": "Open as a project",
  "handouts.arrived.opening": "Opening…",
  "handouts.arrived.sliceOpens":
    "A new project is made beside yours. You answer in it as in any other, and return your answers as one file.",

  "handouts.trust.title": "Is it really {name}?",
  "handouts.trust.text":
    "You have not confirmed the signature of {name} yet. Call {name} on a number you know. These are the numbers of whoever signed this file; {name} finds their own under “Work together”.",
  "handouts.trust.sameName":
    "You know somebody called {name} already, and this is another signature. Be careful: anybody can call themselves so.",
  "handouts.trust.confirm": "I compared the numbers with {name}, and they are the same",
  "handouts.trust.known": "Signature of {name} confirmed",

  "handouts.labels.title": "Labels that are not in this project",
  "handouts.labels.text": "Your colleague made them. No label is added without you.",
  "handouts.labels.answers": "{answers, plural, one {# answer} other {# answers}}",
  "handouts.labels.become": "What becomes of “{label}”",
  "handouts.labels.leave": "Leave these answers out",
  "handouts.labels.add": "Add it as a new label",
  "handouts.labels.use": "Take “{label}” instead",

  "handouts.preview.title": "What merging does",
  "handouts.preview.again": "This file was merged before; merging it again changes nothing.",
  "handouts.preview.added": "new answers",
  "handouts.preview.agreed": "say the same as others",
  "handouts.preview.disputed": "differ: you decide afterwards, nobody’s answer wins by itself",
  "handouts.preview.known": "are here already, or a newer answer is",
  "handouts.preview.skipped": "skipped by {name}",
  "handouts.preview.open": "not done yet",
  "handouts.preview.flagged": "flagged by {name}",
  "handouts.preview.left": "not taken over",
  "handouts.preview.leftTitle": "Not taken over, and why",
  "handouts.preview.leftKept":
    "They stay in the file: once the reason is gone, open it again and they are taken over.",
  "handouts.left.gone":
    "{count, plural, one {# example is} other {# examples are}} not in this project any more",
  "handouts.left.putAway": "{count, plural, one {# example was} other {# examples were}} put away",
  "handouts.left.changed":
    "{count, plural, one {# example has} other {# examples have}} another text now",
  "handouts.left.label":
    "{count, plural, one {# answer names} other {# answers name}} a label that is not here",
  "handouts.left.unfit":
    "{count, plural, one {# answer does} other {# answers do}} not fit this task",
  "handouts.rules.takeOver": "Make it a rule here",
  "handouts.rules.here": "A rule here",
  "handouts.rules.title": "Rules that {name} proposes",
  "handouts.merge.do": "Merge",
  "handouts.merge.doing": "Merging…",
  "handouts.merge.nothing": "Nothing of it was new",
  "handouts.merge.done": "Merged the answers of {name}",
  "handouts.merge.doneText": "{added} new, {agreed} the same as others, {disputed} to be decided.",

  "handouts.cli.handout": "hand examples to a colleague and merge what comes back, as files",
  "handouts.cli.create": "make a file with a part of the examples for a colleague",
  "handouts.cli.open": "make a project of a file that a colleague handed out",
  "handouts.cli.return": "make a file with the answers given in such a project",
  "handouts.cli.merge": "merge a file that came back",
  "handouts.cli.argument.slice": "the file that ends in .tacit-slice",
  "handouts.cli.argument.return": "the file that ends in .tacit-return",
  "handouts.cli.option.to": "name of the colleague",
  "handouts.cli.option.count": "how many examples",
  "handouts.cli.option.overlap": "share that both answer, in percent",
  "handouts.cli.option.all": "also examples that are answered",
  "handouts.cli.option.withAnswers":
    "let answers to examples that only the colleague answers go along",
  "handouts.cli.option.text": "only examples with these words",
  "handouts.cli.option.out": "where to write the file",
  "handouts.cli.option.as": "your name, if this computer does not know it yet",
  "handouts.cli.option.confirm": "the numbers of the sender, as compared by telephone",
  "handouts.cli.option.addLabels": "add labels that the colleague made",
  "handouts.cli.option.dryRun": "only say what merging would do",
  "handouts.cli.passphraseHint": "A passphrase is taken from the environment: TACIT_PASSPHRASE.",
  "handouts.cli.made": "{file}: {examples} examples, {overlap} of them for both.",
  "handouts.cli.unlocked": "It is not locked: anybody who gets the file can read it.",
  "handouts.cli.opened": "{file}: {examples} examples from {owner}.",
  "handouts.cli.returned": "{file}: {answered} answered, {skipped} skipped, of {examples}.",
  "handouts.cli.merged":
    "{added} new, {agreed} agree, {disputed} to be decided, {known} known already, {skipped} skipped, {left} not taken over.",
  "handouts.cli.wouldMerge":
    "Would merge: {added} new, {agreed} agree, {disputed} to be decided, {known} known already, {skipped} skipped, {left} not taken over.",
  "handouts.cli.badPercent": "a number from 0 to 100",
  "handouts.cli.badCount": "a whole number from 1 on",
  "handouts.cli.yourNumbers": "Your numbers, for comparing by telephone: {fingerprint}",
} as const;
