import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createErrorLog, type LogError } from "#backend/rpc/error-log.ts";

/** The local log: causes and incident ids, never content or keys; it leaves the computer only by hand. */
export function createLogFile(appDir: string): LogError {
  mkdirSync(appDir, { recursive: true });
  return createErrorLog((line) => appendFileSync(join(appDir, "tacit.log"), line));
}
