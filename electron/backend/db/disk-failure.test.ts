import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { currentBytes, layOut } from "../testing/released/lay-out.ts";

const SCRIPT = resolve(import.meta.dirname, "../testing/answer-until-refused.ts");
const PRLIMIT = "/usr/bin/prlimit";
/** Kibibytes that a file may have beyond the project's: enough to open it, too few for the log of a few answers. */
const SPARE_KB = 90;

// A limit of the kernel makes every write behind it fail, as a disk that was taken away does: SQLite gets
// a real error of input and output, and not the one of a full disk.
test.skipIf(!existsSync(PRLIMIT))(
  "when the disk fails, the project can still be looked at, no acknowledged answer is lost, and it goes on once the disk is back",
  async () => {
    const bytes = await currentBytes("v1-classify");
    const { path } = layOut("v1-classify", bytes);
    const limitKb = Math.ceil(bytes.length / 1024) + SPARE_KB;
    const limited = `trap '' XFSZ; ulimit -S -f ${limitKb}; exec "$0" "$@"`;
    const child = spawn("bash", ["-c", limited, process.execPath, SCRIPT, path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    const told: Record<string, unknown>[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      told.push(JSON.parse(line) as Record<string, unknown>);
      if (told.length === 2)
        execFileSync(PRLIMIT, ["--pid", String(child.pid), "--fsize=unlimited:unlimited"]);
    }
    expect((await ended)[0]).toBe(0);
    const [refusal, , outcome] = told;
    expect(refusal).toEqual({
      refused: "diskFailed",
      later: "readOnly",
      reason: "diskFailed",
      name: "Bank questions – first release",
    });
    const saved = Number(outcome?.["saved"]);
    expect(saved).toBeGreaterThan(0);
    expect(outcome).toEqual({ saved, kept: saved + 1, ok: true, reason: null });
  },
);
