export const versionsMessages = {} as const satisfies Record<string, string>;
