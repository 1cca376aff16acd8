export const handoffsMessages = {} as const satisfies Record<string, string>;
