export const historyMessages = {} as const satisfies Record<string, string>;
