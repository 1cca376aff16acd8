export const revisitsMessages = {
  "revisits.changedMind": "Last time ({day}) you chose",
  "revisits.changedMind.now": "now you chose",
  "revisits.changedMind.title": "You answered this one before",
  "revisits.keepNew": "Keep the new answer",
  "revisits.backTo": "Back to the earlier one",
  "revisits.wentBack": "The earlier answer is in force again.",
} as const satisfies Record<string, string>;
