export const trainingMessages = {} as const satisfies Record<string, string>;
