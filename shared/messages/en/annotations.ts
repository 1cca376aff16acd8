export const annotationsMessages = {} as const satisfies Record<string, string>;
