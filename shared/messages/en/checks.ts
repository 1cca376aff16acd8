export const checksMessages = {} as const satisfies Record<string, string>;
