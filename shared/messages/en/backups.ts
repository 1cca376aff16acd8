export const backupsMessages = {
  "backups.title": "Backups",
} as const satisfies Record<string, string>;
