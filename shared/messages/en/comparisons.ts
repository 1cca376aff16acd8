export const comparisonsMessages = {} as const satisfies Record<string, string>;
