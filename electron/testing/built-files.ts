import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

const ROOT = resolve(import.meta.dirname, "../..");
const LOCK = join(ROOT, "node_modules/.cache/tacit-build.lock");
/** A build takes seconds; a lock this old was left behind by a run that was killed. */
const STALE_MS = 180_000;
const SOURCES = ["electron", "shared", "renderer", "electron.vite.config.ts", "package.json"];
const OUTPUTS = ["out/main/desktop.js", "out/preload/index.cjs", "out/renderer/index.html"];

const changedAtMs = (path: string): number =>
  statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestSourceAtMs(): number {
  let newest = 0;
  for (const source of SOURCES) {
    newest = Math.max(newest, changedAtMs(source));
    if (!statSync(join(ROOT, source)).isDirectory()) continue;
    for (const name of readdirSync(join(ROOT, source), { recursive: true, encoding: "utf8" }))
      if (!name.endsWith(".test.ts") && !name.includes("testing"))
        newest = Math.max(newest, changedAtMs(join(source, name)));
  }
  return newest;
}

const isFresh = (): boolean => Math.min(...OUTPUTS.map(changedAtMs)) >= newestSourceAtMs();

/** Builds the application if its sources are newer; test files that run at once build it once. */
export async function ensureBuilt(): Promise<void> {
  while (!isFresh()) {
    if (!takeLock()) {
      await setTimeout(200);
      continue;
    }
    try {
      if (!isFresh()) build();
      return;
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
}

function takeLock(): boolean {
  const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(join(LOCK, ".."), { recursive: true });
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

function build(): void {
  const cli = join(ROOT, "node_modules/electron-vite/bin/electron-vite.js");
  execFileSync(process.execPath, [cli, "build"], { cwd: ROOT, stdio: "pipe" });
}
