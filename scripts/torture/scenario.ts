/** What a kill must never leave behind. */
export type Harm = "lostAnswer" | "halfImport" | "unsoundFile" | "halfFile" | "wrongState";

export interface Finding {
  harm: Harm;
  detail: string;
}

/**
 * Something that is killed in the middle. `act` runs in a process of its own and says, line by line, what it
 * is about to do and what was acknowledged; everything else runs in the process that kills it.
 */
export interface Scenario<Task = unknown> {
  /** Makes, once, what every try begins from. */
  prepare(folder: string): Promise<void>;
  /** Lays out one try and returns what the process is told; it travels as JSON. */
  layOut(folder: string, random: () => number): Task | Promise<Task>;
  act(task: Task, say: (line: string) => void): Promise<void>;
  /** Opens what the kill left, through the real backend, and says what is wrong with it. */
  inspect(task: Task, said: readonly string[]): Promise<Finding[]>;
  /** Lines that begin so are acknowledgements: half of the kills come within 50 ms after one. */
  acknowledges?: string;
}

/** A scenario as the runner sees it: what a task holds is the scenario's own affair. */
export const defineScenario = <Task>(scenario: Scenario<Task>): Scenario => scenario;

export const finding = (harm: Harm, detail: string): Finding => ({ harm, detail });

/** A whole number from 0 up to, not including, `below`. */
export const pick = (random: () => number, below: number): number => Math.floor(random() * below);
