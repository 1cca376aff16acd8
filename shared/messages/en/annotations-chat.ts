export const annotationsChatMessages = {
  "annotations.chat.turns": "Conversation",
  "annotations.chat.turn": "Turn {at} of {turns}, {role}",
  "annotations.chat.role": "Who says this",
  "annotations.chat.role.system": "Instructions",
  "annotations.chat.role.user": "User",
  "annotations.chat.role.assistant": "Assistant",
  "annotations.chat.role.tool": "Tool",
  "annotations.chat.content": "Words of turn {at}",
  "annotations.chat.placeholder.assistant": "Write the reply as it should be given…",
  "annotations.chat.placeholder.other": "Write what is said here…",
  "annotations.chat.empty": "Nothing is said here yet",
  "annotations.chat.learn": "Learn from this reply",
  "annotations.chat.notLearnt": "Not learnt from",
  "annotations.chat.edit": "Edit",
  "annotations.chat.done": "Done",
  "annotations.chat.add": "Add a turn below",
  "annotations.chat.addFirst": "Add a turn",
  "annotations.chat.remove": "Remove this turn",
  "annotations.chat.up": "Move up",
  "annotations.chat.down": "Move down",
  "annotations.chat.changed": "Changed",
  "annotations.chat.new": "New",
  "annotations.chat.gone": "Removed",
  "annotations.chat.showChanges": "Show changes",
  "annotations.chat.hideChanges": "Hide changes",

  "annotations.chat.keys.move": "turns",
  "annotations.chat.keys.edit": "edits",
  "annotations.chat.keys.done": "leaves the text",
  "annotations.chat.keys.role": "role",
  "annotations.chat.keys.weight": "learn or not",
  "annotations.chat.keys.add": "adds below",
  "annotations.chat.keys.remove": "removes",
  "annotations.chat.keys.save": "saves",
  "annotations.chat.keys.enter": "edits the turn",
  "annotations.chat.keys.shift": "moves the turn",
  "annotations.chat.keys.changes": "shows what was changed",

  "annotations.hint.chat.noTurns": "There is no turn yet: add one first.",
  "annotations.hint.chat.emptyTurn": "One turn says nothing: write it, or remove it.",
  "annotations.hint.chat.twoSystemTurns":
    "There are instructions twice: keep one turn of instructions only.",
  "annotations.hint.chat.systemNotFirst": "Instructions have to come first: move them to the top.",
  "annotations.hint.chat.endsElsewhere":
    "The conversation has to end with the assistant: add its reply.",
  "annotations.hint.chat.noReply": "The last reply is empty: write it first.",

  "annotations.chat.summary":
    "{turns, plural, one {# turn} other {# turns}}, ending with: “{reply}”",
  "annotations.chat.change.reworded":
    "{turns, plural, one {# turn reworded} other {# turns reworded}}",
  "annotations.chat.change.added": "{turns, plural, one {# turn added} other {# turns added}}",
  "annotations.chat.change.removed":
    "{turns, plural, one {# turn removed} other {# turns removed}}",
  "annotations.chat.change.reweighed":
    "{turns, plural, one {weight of # turn changed} other {weight of # turns changed}}",
  "annotations.chat.change.none": "The same conversation",
} as const satisfies Record<string, string>;
