export const jobsMessages = {} as const satisfies Record<string, string>;
