import type { ReadAs } from "#shared/features/imports/contract.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { Inspection } from "./inspect-file.ts";
import type { ReadRowsInput } from "./read-rows.worker.ts";
import type { FileScan } from "./scan-files.ts";
import { type FileStamp, isSameStamp, stampFile } from "./readers/file-text.ts";

/** A file the user handed in. */
export interface SourceFile {
  path: string;
  /** As the user knows it; an uploaded file lies under another name. */
  name: string;
}
export type Inspected = Inspection & { stamp: FileStamp };

/** Looks into files off the main thread; the bytes of the latest one are hashed only once. */
export function createInspector() {
  let latest: { path: string; stamp: FileStamp; scan: FileScan } | null = null;

  return async function inspect(file: SourceFile, readAs: Partial<ReadAs>): Promise<Inspected> {
    const { path, name: fileName } = file;
    const stamp = stampFile(path, fileName);
    const scan = latest?.path === path && isSameStamp(latest.stamp, stamp) ? latest.scan : null;
    const inspection = await runWorker<ReadRowsInput, never, Inspection>("read-rows", {
      input: { inspect: { path, fileName, readAs, scan } },
      signal: new AbortController().signal,
    });
    latest = { path, stamp, scan: inspection.scan };
    return { ...inspection, stamp };
  };
}
