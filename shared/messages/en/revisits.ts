export const revisitsMessages = {
  "revisits.changedMind": "Last time ({day}) you chose",
  "revisits.changedMind.now": "and now",
  "revisits.changedMind.title": "You answered one before: “{text}”",
  "revisits.keepNew": "Keep the new answer",
  "revisits.backTo": "Back to the earlier one",
  "revisits.wentBack": "The earlier answer is in force again.",
} as const satisfies Record<string, string>;
