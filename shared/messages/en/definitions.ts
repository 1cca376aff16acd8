export const definitionsMessages = {} as const satisfies Record<string, string>;
