export const examplesMessages = {} as const satisfies Record<string, string>;
