import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Every temporary folder of a test run, and of the processes it starts, lies in one that goes at the end. */
export default function setUpTempRoot(): () => void {
  const root = mkdtempSync(join(tmpdir(), "tacit-run-"));
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = root;
  return () => rmSync(root, { recursive: true, force: true });
}
