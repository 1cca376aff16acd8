/** Every worker thread: its name and its source below `electron/backend`. The build emits `worker-<name>.js`. */
export const WORKER_SOURCES = {
  "read-rows": "features/imports/read-rows.worker.ts",
  "review-rows": "features/imports/reviewing/review-rows.worker.ts",
  checkpoint: "db/checkpoint.worker.ts",
  "check-examples": "features/checks/check-examples.worker.ts",
  "find-similar": "features/similar/find-similar.worker.ts",
  "measure-agreement": "features/agreement/measure-agreement.worker.ts",
  "list-keys": "features/examples/views/list-keys.worker.ts",
  "train-instant": "providers/instant/train-instant.worker.ts",
  "learn-suggestions": "features/suggestions/learn-suggestions.worker.ts",
  "keep-backups": "features/backups/keep-backups.worker.ts",
  "check-file": "db/check-file.worker.ts",
  "rescue-file": "db/salvage/rescue-file.worker.ts",
  "open-bundle": "features/handouts/bundle/open-bundle.worker.ts",
  "lock-bundle": "features/handouts/bundle/lock-bundle.worker.ts",
} as const;
export type WorkerName = keyof typeof WORKER_SOURCES;
