import { AppError } from "#shared/errors/app-error.ts";
import { serveWorker } from "../../jobs/worker-side.ts";
import { assertKnownSchema } from "../known-schema.ts";
import { mend } from "../mend.ts";
import { openForReading } from "../open.ts";
import { placeSalvaged, salvage, type SalvageInput } from "./salvage.ts";
import type { TableReport } from "./table-rescue.ts";

export interface RescueInput extends SalvageInput {
  /** The file itself may be changed: its lock is held and its folder lets itself be written to. */
  mayMend: boolean;
}
export interface RescuePages {
  done: number;
  total: number;
}
/** Null when the file could be mended where it is. */
export type RescueResult = TableReport[] | null;

const REPORT_EVERY_MS = 100;

/** Only a file with a schema of ours lets SQLite run over it; any other is read page by page. */
function tryToMend(path: string): boolean {
  try {
    const probe = openForReading(path);
    try {
      if (assertKnownSchema(probe, "") !== "known") return false;
    } finally {
      probe.close();
    }
    return mend(path);
  } catch {
    return false;
  }
}

await serveWorker<RescueInput, RescuePages, RescueResult>((input, side) => {
  if (input.mayMend && tryToMend(input.path)) return null;
  let lastReportMs = 0;
  const tables = salvage(input, (done, total) => {
    if (side.isStopped()) throw new AppError("cancelled");
    const nowMs = performance.now();
    if (nowMs - lastReportMs < REPORT_EVERY_MS) return;
    lastReportMs = nowMs;
    side.tell({ done, total });
  });
  placeSalvaged(input.target);
  return tables;
});
