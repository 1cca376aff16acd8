import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ScenarioName } from "./scenarios/index.ts";
import type { Course, Strike } from "./strike.ts";

const SCRIPT = join(import.meta.dirname, "child.ts");
/** Calls that change a file, or make a change last. */
const CALLS = "pwrite64,fsync,fdatasync,ftruncate,rename,link,unlink";

/** strace can kill before the n-th call; without it, kills come by the clock alone. */
export const hasStrace =
  process.platform === "linux" &&
  spawnSync("strace", ["-qq", "-o", "/dev/null", "true"]).status === 0;

export interface Death {
  said: string[];
  /** The process may be through before it could be killed, or fail by itself, which it never should. */
  end: "killed" | "through" | "failed";
}

interface Victim {
  child: ChildProcess;
  lines: string[];
  onLine: (line: string) => void;
  exited: Promise<Death["end"]>;
  ready: Promise<void>;
}

function start(scenario: ScenarioName, wrapper: readonly string[] = []): Victim {
  const [command = "", ...args] = [...wrapper, process.execPath, SCRIPT, scenario];
  // Where a wrapper kills, nothing but the work may write: the cache stays as it is.
  const cache =
    wrapper.length > 0 ? {} : { NODE_COMPILE_CACHE: join(tmpdir(), "tacit-torture-cache") };
  const child = spawn(command, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...cache },
    detached: wrapper.length > 0,
  });
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const victim: Victim = {
    child,
    lines: [],
    onLine: () => {},
    ready,
    exited: once(child, "close").then(([code]: unknown[]) => {
      resolve();
      return code === null ? "killed" : code === 0 ? "through" : "failed";
    }),
  };
  // A victim that is gone cannot take its task any more.
  child.stdin?.on("error", () => {});
  createInterface({ input: child.stdout ?? process.stdin }).on("line", (line) => {
    if (line === "ready") resolve();
    else {
      victim.lines.push(line);
      victim.onLine(line);
    }
  });
  return victim;
}

const tell = ({ child }: Victim, task: unknown) => child.stdin?.write(`${JSON.stringify(task)}\n`);

/** Processes of one scenario, the next one loading while the last one's remains are looked at. */
export function createVictims(scenario: ScenarioName, acknowledges: string | undefined) {
  let next: Victim | null = null;
  const isAcknowledgement = (line: string) =>
    acknowledges !== undefined && line.startsWith(acknowledges);

  async function underStrace(task: unknown, options: readonly string[]): Promise<Death> {
    const wrapper = ["strace", "-f", "-qq", ...options];
    const victim = start(scenario, wrapper);
    await victim.ready;
    tell(victim, task);
    return { end: await victim.exited, said: victim.lines };
  }

  return {
    /** Begins to load the next process. */
    warmUp() {
      next ??= start(scenario);
    },
    async run(task: unknown, strike: Strike | null, course: Course | null): Promise<Death> {
      if (strike?.at === "syscall") {
        const inject = `inject=${CALLS}:signal=SIGKILL:when=${strike.number}`;
        return underStrace(task, ["-o", "/dev/null", "-e", `trace=${CALLS}`, "-e", inject]);
      }
      const victim = next ?? start(scenario);
      next = null;
      await victim.ready;
      const kill = () => void victim.child.kill("SIGKILL");
      let acknowledged = 0;
      let timer: NodeJS.Timeout | undefined;
      victim.onLine = (line) => {
        if (strike?.at === "moment" && line === "begin")
          timer = setTimeout(kill, strike.share * (course?.durationMs ?? 0));
        if (strike?.at === "acknowledgement" && isAcknowledgement(line)) {
          acknowledged += 1;
          if (acknowledged === strike.number) timer = setTimeout(kill, strike.delayMs);
        }
      };
      tell(victim, task);
      const end = await victim.exited;
      clearTimeout(timer);
      return { end, said: victim.lines };
    },
    /** Lets one process work undisturbed, to learn how long it takes. */
    async learn(task: unknown): Promise<{ course: Omit<Course, "syscalls">; said: string[] }> {
      const victim = start(scenario);
      await victim.ready;
      const beganMs = performance.now();
      tell(victim, task);
      if ((await victim.exited) !== "through") throw new Error(`${scenario} fails undisturbed`);
      const acknowledgements = victim.lines.filter(isAcknowledgement).length;
      return {
        course: { durationMs: performance.now() - beganMs, acknowledgements },
        said: victim.lines,
      };
    },
    /** The same, counting the calls of the main thread between the task and the end. */
    async countSyscalls(task: unknown): Promise<{ syscalls: Course["syscalls"]; said: string[] }> {
      const folder = mkdtempSync(join(tmpdir(), "tacit-strace-"));
      const out = join(folder, "calls");
      try {
        const options = ["--seccomp-bpf", "-s", "16", "-o", out, "-e", `trace=${CALLS},write`];
        const { said } = await underStrace(task, options);
        return { syscalls: readCalls(readFileSync(out, "utf8")), said };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    async dismiss() {
      if (!next) return;
      next.child.kill("SIGKILL");
      await next.exited;
      next = null;
    },
  };
}

/** Where in the main thread's calls the work begins and ends. */
function readCalls(trace: string): Course["syscalls"] {
  const lines = trace.split("\n").map((line) => /^(\d+)\s+(\w+)\((.*)$/.exec(line));
  const main = lines.find((line) => line !== null)?.[1];
  let calls = 0;
  let first = 0;
  for (const line of lines) {
    if (!line || line[1] !== main) continue;
    if (line[2] !== "write") calls += 1;
    else if (line[3]?.includes('"begin\\n"')) first = calls + 1;
  }
  return calls >= first && first > 0 ? { first, last: calls } : null;
}
