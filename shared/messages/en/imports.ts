export const importsMessages = {} as const satisfies Record<string, string>;
