export const projectsMessages = {} as const satisfies Record<string, string>;
