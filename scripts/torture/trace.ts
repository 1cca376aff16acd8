import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** Calls that change a file, or make a change last. */
const CALLS = "pwrite64,fsync,fdatasync,ftruncate,rename,link,unlink";
const YAMA = "/proc/sys/kernel/yama/ptrace_scope";

const mayAttach = () =>
  process.getuid?.() === 0 || !existsSync(YAMA) || readFileSync(YAMA, "utf8").trim() === "0";

/** strace can kill a process just before its n-th call; without it, kills come by the clock alone. */
export const canTrace =
  process.platform === "linux" &&
  mayAttach() &&
  spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

interface Tracing {
  output?: string;
  /** Also what is written, and what is said on standard output. */
  withData?: boolean;
  killBefore: number | null;
}

/** Follows the file calls of a process, and kills it before one of them if so told. */
export async function traceFileCalls(
  pid: number,
  { output = "/dev/null", withData = false, killBefore }: Tracing,
): Promise<{ ended: Promise<unknown> }> {
  const inject =
    killBefore === null ? [] : ["-e", `inject=${CALLS}:signal=SIGKILL:when=${killBefore}`];
  const detail = withData
    ? ["-xx", "-y", "-s", "1000000", "-e", `trace=${CALLS},write`]
    : ["-s", "0", "-e", `trace=${CALLS}`];
  const tracer = spawn("strace", ["-f", "-o", output, ...detail, ...inject, "-p", String(pid)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(tracer, "close");
  const [line] = (await Promise.race([once(createInterface(tracer.stderr), "line"), ended])) as [
    unknown,
  ];
  if (!String(line).includes("attached")) throw new Error(`strace: ${String(line)}`);
  // Nobody reads what it says later; an unread pipe would hold it up.
  tracer.stderr.resume();
  return { ended };
}
