import { rmSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "#shared/features/comparisons/random.ts";
import type { Finding, Harm } from "./scenario.ts";
import { type ScenarioName, SCENARIOS } from "./scenarios/index.ts";
import { type Course, describeStrike, drawStrike, type Strike } from "./strike.ts";
import { createVictims } from "./victim.ts";

export interface TryOrder {
  scenario: ScenarioName;
  tries: number;
  seed: number;
  /** Where projects are made; a try that went wrong leaves its folder there. */
  folder: string;
  onTry?: (done: number) => void;
}

export interface Violation extends Finding {
  /** The number of the try, and how it was killed. */
  strike: string;
  folder: string;
  lastWords: string[];
}

export interface TryResult {
  scenario: ScenarioName;
  kills: number;
  /** Tries in which the work was through before the kill came. */
  survived: number;
  /** What the killed processes were last known to be about, and how often. */
  killedAt: Map<string, number>;
  ways: Record<Strike["at"], number>;
  violations: Violation[];
}

export const countHarm = ({ violations }: TryResult, ...harms: Harm[]): number =>
  violations.filter(({ harm }) => harms.includes(harm)).length;

/** A scenario may be through before the kill comes; this many times more is tried in all. */
const MOST_TRIES_FOR_A_KILL = 3;

/** Kills a scenario's process until it has been killed `tries` times, and looks at what is left each time. */
export async function runTries(order: TryOrder): Promise<TryResult> {
  const { tries, folder } = order;
  const scenario = SCENARIOS[order.scenario]();
  const random = seededRandom(order.seed);
  const victims = createVictims(order.scenario, scenario.acknowledges);
  const result: TryResult = {
    scenario: order.scenario,
    kills: 0,
    survived: 0,
    killedAt: new Map(),
    ways: { moment: 0, acknowledgement: 0, syscall: 0 },
    violations: [],
  };

  async function look(task: unknown, said: string[], strike: string, own: string) {
    const findings = await scenario.inspect(task, said);
    for (const found of findings)
      result.violations.push({ ...found, strike, folder: own, lastWords: said.slice(-3) });
    if (findings.length === 0) rmSync(own, { recursive: true, force: true });
  }

  await scenario.prepare(join(folder, "base"));
  const course = await learnCourse();
  try {
    for (
      let number = 0;
      result.kills < tries && number < tries * MOST_TRIES_FOR_A_KILL;
      number += 1
    ) {
      const strike = drawStrike(course, random);
      const own = join(folder, `try-${number}`);
      const task = await scenario.layOut(own, random);
      const { said, end } = await victims.run(task, strike, course);
      if (end === "failed")
        throw new Error(
          `${order.scenario} failed by itself in ${own}: ${said.slice(-3).join(" / ")}`,
        );
      if (end === "killed") {
        result.kills += 1;
        result.ways[strike.at] += 1;
        const about = said
          .at(-1)
          ?.split(" ")
          .slice(0, 2)
          .join(" ")
          .replace(/[0-9a-f-]{20,}|\/.*/, "…");
        result.killedAt.set(about ?? "?", (result.killedAt.get(about ?? "?") ?? 0) + 1);
      } else result.survived += 1;
      if (result.kills < tries) victims.warmUp();
      await look(task, said, `try ${number}, ${describeStrike(strike)}`, own);
      order.onTry?.(result.kills);
    }
  } finally {
    await victims.dismiss();
  }
  return result;

  async function learnCourse(): Promise<Course> {
    const first = join(folder, "undisturbed");
    const task = await scenario.layOut(first, seededRandom(order.seed));
    const { said, ...learnt } = await victims.learn(task);
    await look(task, said, "undisturbed", first);
    const second = join(folder, "counted");
    // Another seed: in a project that is never made anew, the same names would be taken.
    const again = await scenario.layOut(second, seededRandom(order.seed + 1));
    const counted = await victims.countSyscalls(again);
    if (counted) await look(again, counted.said, "counted", second);
    return { ...learnt, syscalls: counted?.syscalls ?? null };
  }
}
