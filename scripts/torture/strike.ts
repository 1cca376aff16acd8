import { pick } from "./scenario.ts";

/** When a process is killed. */
export type Strike =
  /** So far into its work, as a share of how long that took in an undisturbed run. */
  | { at: "moment"; share: number }
  /** So soon after an acknowledgement. */
  | { at: "acknowledgement"; number: number; delayMs: number }
  /** Just before its n-th write, sync or rename on the main thread. */
  | { at: "syscall"; number: number };

/** Bounds learnt from one undisturbed run. */
export interface Course {
  durationMs: number;
  acknowledgements: number;
  /** Calls of the main thread that change files; null where nobody can count them. */
  syscalls: number | null;
}

/** A person sees the acknowledgement, and the computer dies within this. */
const AFTER_ACKNOWLEDGEMENT_MS = 50;

/** Draws one of the ways; the seed decides which. */
export function drawStrike(course: Course, random: () => number): Strike {
  const way = random();
  const share = random();
  if (way < 0.35 && course.syscalls !== null)
    return { at: "syscall", number: 1 + pick(() => share, course.syscalls) };
  if (way < 0.65 && course.acknowledgements > 0)
    return {
      at: "acknowledgement",
      number: 1 + pick(() => share, course.acknowledgements),
      delayMs: random() * AFTER_ACKNOWLEDGEMENT_MS,
    };
  return { at: "moment", share };
}

export function describeStrike(strike: Strike): string {
  if (strike.at === "moment") return `at ${(strike.share * 100).toFixed(1)} % of the work`;
  if (strike.at === "syscall") return `before write or sync ${strike.number}`;
  return `${strike.delayMs.toFixed(0)} ms after acknowledgement ${strike.number}`;
}
