import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTempDir } from "./temp-dir.ts";

test("what a dead process left goes after a day; a running one keeps its folder, however wrong the clock", () => {
  const parent = mkdtempSync(join(tmpdir(), "tacit-temp-"));
  const running = makeTempDir(parent);
  writeFileSync(join(running, "upload.csv"), "text");
  // No process has such a number.
  const dead = join(parent, "run-999999999-abc");
  const fresh = join(parent, "run-999999998-abc");
  for (const path of [dead, fresh]) mkdirSync(path);
  const longAgo = new Date("2016-01-01");
  for (const path of [dead, running]) utimesSync(path, longAgo, longAgo);
  makeTempDir(parent);
  expect([running, dead, fresh].map((path) => existsSync(path))).toEqual([true, false, true]);
});
