import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";

export const REPOSITORY = resolve(import.meta.dirname, "../../../..");
const SOURCE = join(REPOSITORY, "electron/hosts/cli/index.ts");
export const BUILT = join(REPOSITORY, "out/main/cli.js");

export interface Ended {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}
export type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Resolves when the process has ended and said everything. */
export async function ended(child: Child): Promise<Ended> {
  const exit = once(child, "close") as Promise<[number | null]>;
  const [stdout, stderr] = await Promise.all([
    child.stdout.destroyed ? "" : text(child.stdout),
    text(child.stderr),
  ]);
  const [exitCode] = await exit;
  return { exitCode, stdout, stderr };
}

/** Runs any program with the surroundings of a command line that has never seen Tacit. */
export function start(
  program: string,
  args: string[],
  options: { folder: string; env?: Record<string, string> },
): Child {
  const { NODE_OPTIONS: _, TACIT_API_KEY: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    // Every start compiles the same modules again otherwise.
    NODE_COMPILE_CACHE: join(tmpdir(), "tacit-test-compile-cache"),
    TACIT_APP_DIR: join(options.folder, "app"),
    TACIT_PROJECTS_DIR: join(options.folder, "projects"),
    ...options.env,
  };
  return spawn(program, args, {
    cwd: options.folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** PATH without the programs that this package brings along. */
export const outsidePath = (): string =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(delimiter);

/** A folder in which the real command line is run as a process of its own; it goes when the test file has run. */
export function openCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), "tacit-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const startTacit = (args: string[], env?: Record<string, string>) =>
    start(process.execPath, [SOURCE, ...args], { folder, ...(env ? { env } : {}) });
  const runWith = (env: Record<string, string>, args: string[]) => ended(startTacit(args, env));
  const run = (...args: string[]) => runWith({}, args);

  return {
    folder,
    at: (name: string) => join(folder, name),
    write(name: string, content: string | Buffer): string {
      writeFileSync(join(folder, name), content);
      return name;
    },
    /** Names of what lies in the folder, the application's own folders aside. */
    files: () => readdirSync(folder).filter((name) => name !== "app" && name !== "projects"),
    start: startTacit,
    run,
    runWith,
    /** Runs a command that must succeed and returns its one JSON object. */
    async json<Result = Record<string, unknown>>(...args: string[]): Promise<Result> {
      const { exitCode, stdout, stderr } = await run(...args, "--json");
      if (exitCode !== 0 || stderr !== "") throw new Error(`${args.join(" ")}: ${stderr}${stdout}`);
      return JSON.parse(stdout) as Result;
    },
  };
}
export type CommandLine = ReturnType<typeof openCommandLine>;

/** Short questions of two kinds, enough to train on. */
export function labelledCsv(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) =>
    n % 2 === 0 ? `Where is my card number ${n},arrival` : `I lost wallet number ${n},loss`,
  );
  return `text,label\n${lines.join("\n")}\n`;
}
