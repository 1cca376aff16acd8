export const commonMessages = {} as const satisfies Record<string, string>;
