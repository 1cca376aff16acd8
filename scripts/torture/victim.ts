import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ScenarioName } from "./scenarios/index.ts";
import type { Course, Strike } from "./strike.ts";
import { canTrace, traceFileCalls } from "./trace.ts";

const SCRIPT = join(import.meta.dirname, "child.ts");
const NO_STRIKE = null;

export interface Death {
  said: string[];
  /** The process may be through before it could be killed, or fail by itself, which it never should. */
  end: "killed" | "through" | "failed";
  /** Until the work was done; 0 for one that was not. */
  workedMs: number;
}

interface Victim {
  child: ChildProcess;
  lines: string[];
  onLine: (line: string) => void;
  exited: Promise<Death["end"]>;
  ready: Promise<void>;
  workedMs: number;
}

function start(scenario: ScenarioName): Victim {
  const child = spawn(process.execPath, [SCRIPT, scenario], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "tacit-torture-cache") },
  });
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const victim: Victim = {
    child,
    lines: [],
    onLine: () => {},
    workedMs: 0,
    ready,
    exited: once(child, "close").then(([code]: unknown[]) => {
      resolve();
      return code === null ? "killed" : code === 0 ? "through" : "failed";
    }),
  };
  // A victim that is gone cannot take its task any more.
  child.stdin.on("error", () => {});
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line === "ready") {
      resolve();
      return;
    }
    victim.lines.push(line);
    victim.onLine(line);
  });
  return victim;
}

/** Processes of one scenario, the next one loading while the last one's remains are looked at. */
export function createVictims(scenario: ScenarioName, acknowledges: string | undefined) {
  let next: Victim | null = null;
  const isAcknowledgement = (line: string) =>
    acknowledges !== undefined && line.startsWith(acknowledges);

  /** Kills by the clock; returns what stops the clock. */
  function aim(victim: Victim, strike: Strike | null, durationMs: number): () => void {
    const kill = () => void victim.child.kill("SIGKILL");
    let acknowledged = 0;
    let beganMs = 0;
    let timer: NodeJS.Timeout | undefined;
    victim.onLine = (line) => {
      if (line === "begin") beganMs = performance.now();
      if (line === "end") victim.workedMs = performance.now() - beganMs;
      if (strike?.at === "moment" && line === "begin")
        timer = setTimeout(kill, strike.share * durationMs);
      if (strike?.at !== "acknowledgement" || !isAcknowledgement(line)) return;
      acknowledged += 1;
      if (acknowledged === strike.number) timer = setTimeout(kill, strike.delayMs);
    };
    return () => clearTimeout(timer);
  }

  async function work(
    task: unknown,
    strike: Strike | null,
    durationMs: number,
    recording?: { output: string; withData: boolean },
  ): Promise<Death> {
    const victim = next ?? start(scenario);
    next = null;
    await victim.ready;
    const stopClock = aim(victim, strike, durationMs);
    const killBefore = strike?.at === "syscall" ? strike.number : null;
    const tracer =
      recording || killBefore !== null
        ? await traceFileCalls(victim.child.pid ?? 0, { ...recording, killBefore })
        : null;
    victim.child.stdin?.write(`${JSON.stringify(task)}\n`);
    const end = await victim.exited;
    stopClock();
    await tracer?.ended;
    return { end, said: victim.lines, workedMs: victim.workedMs };
  }

  async function traced(task: unknown, { withData }: { withData: boolean }) {
    const folder = mkdtempSync(join(tmpdir(), "tacit-strace-"));
    try {
      const output = join(folder, "calls");
      const { said } = await work(task, NO_STRIKE, 0, { output, withData });
      return { said, trace: readFileSync(output, "utf8") };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  return {
    /** Begins to load the next process. */
    warmUp() {
      next ??= start(scenario);
    },
    run: (task: unknown, strike: Strike, course: Course) => work(task, strike, course.durationMs),
    /** Lets one process work undisturbed, to learn how long it takes and how often it acknowledges. */
    async learn(task: unknown) {
      const { end, said, workedMs } = await work(task, NO_STRIKE, 0);
      if (end !== "through") throw new Error(`${scenario} fails undisturbed`);
      const acknowledgements = said.filter(isAcknowledgement).length;
      return { said, durationMs: workedMs, acknowledgements };
    },
    /** The same, counting the main thread's calls that change files; null where nobody may count. */
    async countSyscalls(task: unknown): Promise<{ syscalls: number; said: string[] } | null> {
      if (!canTrace) return null;
      const { said, trace } = await traced(task, { withData: false });
      const main = trace.split(" ", 1)[0] ?? "";
      const calls = trace.split("\n").filter((line) => line.startsWith(`${main} `));
      return { syscalls: calls.filter((line) => line.includes("(")).length, said };
    },
    /** The same, with everything that is written, to be read by `readDiskLog`. */
    record: async (task: unknown): Promise<string> =>
      (await traced(task, { withData: true })).trace,
    async dismiss() {
      if (!next) return;
      next.child.kill("SIGKILL");
      await next.exited;
      next = null;
    },
  };
}
