import { spawnSync } from "node:child_process";

/** Seconds that SQLite's own command line takes for some commands on a file; null where it is not installed. */
export function timeSqliteCli(file: string, commands: readonly string[]): number | null {
  const startMs = performance.now();
  const { error, status, stderr } = spawnSync("sqlite3", [file, ...commands], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (error) return null;
  if (status !== 0) throw new Error(`sqlite3 ended with ${status}: ${stderr}`);
  return (performance.now() - startMs) / 1000;
}
