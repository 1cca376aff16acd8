import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { measureChild } from "./measure-child.ts";
import { BENCH_DIR, makeMillionCsv, MILLION } from "./million-csv.ts";

export const Imported = z.object({
  inspectSeconds: z.number(),
  importSeconds: z.number(),
  closeSeconds: z.number(),
  rows: z.literal(MILLION),
  peakMegabytes: z.number(),
  project: z.string(),
});
export type Imported = z.infer<typeof Imported>;

export const PROJECT_FOLDER = join(BENCH_DIR, "project");
export const PROJECT_FILE = join(PROJECT_FOLDER, "projects", "Million.tacit");

/** Imports the million rows into a new project, in a process of its own. */
export async function importMillion(): Promise<Imported> {
  const csv = await makeMillionCsv();
  rmSync(PROJECT_FOLDER, { recursive: true, force: true });
  return measureChild("import-child.ts", [PROJECT_FOLDER, csv], Imported);
}

/** The project of the latest import; made when there is none. */
export async function haveMillionProject(): Promise<void> {
  if (!existsSync(PROJECT_FILE)) await importMillion();
}
