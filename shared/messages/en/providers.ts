export const providersMessages = {} as const satisfies Record<string, string>;
