import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** The path of a tool from node_modules; on Windows the .cmd beside it. */
export const tool = (name: string): string =>
  join(ROOT, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

interface RunOptions {
  env?: NodeJS.ProcessEnv;
  quiet?: boolean;
}

/** Runs a command to its end and returns its exit code. */
export function run(command: string, args: string[], options: RunOptions = {}): number {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: options.quiet ? "ignore" : "inherit",
    env: { ...process.env, ...options.env },
    shell: process.platform === "win32",
  });
  return result.status ?? 1;
}

/** Runs a command, shows what it prints and returns it together with the exit code. */
export function runAndRead(
  command: string,
  args: string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        process.stdout.write(chunk);
      });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
