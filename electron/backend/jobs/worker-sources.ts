/** Every worker thread: its name and its source below `electron/backend`. The build emits `worker-<name>.js`. */
export const WORKER_SOURCES = {
  "read-rows": "features/imports/read-rows.worker.ts",
  "check-examples": "features/checks/check-examples.worker.ts",
  "list-keys": "features/examples/views/list-keys.worker.ts",
  "train-instant": "providers/instant/train-instant.worker.ts",
} as const;
export type WorkerName = keyof typeof WORKER_SOURCES;
