import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import type { QueueName } from "#shared/features/annotations/contract.ts";
import { TaskType } from "#shared/features/projects/task-type.ts";
import { run, tool } from "../run.ts";
import { closeProject, openBrowser, openDesk, serveFolder, TEXT_REGION } from "./desk-host.ts";
import { installKeyProbe } from "./key-probe.ts";
import { makeRealProject } from "./real-projects.ts";
import { type BenchReport, median } from "./report.ts";

const DECISIONS = 20;

/** The keys of the n-th decision; a longer string is typed letter by letter. */
type Script = (decision: number) => readonly string[];

const WORDS = "ask your doctor first";
const SCRIPTS: Record<TaskType, { queue: QueueName; keys: Script }> = {
  classify: { queue: "unlabelled", keys: (decision) => [String((decision % 5) + 1)] },
  tag: {
    queue: "unlabelled",
    keys: (decision) => [String((decision % 3) + 1), String((decision % 2) + 4), "Enter"],
  },
  write: { queue: "unreviewed", keys: () => ["e", "End", ` ${WORDS}`, "Control+Enter"] },
  chat: {
    queue: "unreviewed",
    keys: () => ["ArrowDown", "e", "Control+End", ` ${WORDS}`, "Control+Enter"],
  },
  extract: {
    queue: "unlabelled",
    keys: (decision) => [
      "ArrowRight",
      "ArrowRight",
      "Shift+ArrowRight",
      String((decision % 3) + 1),
      "Enter",
    ],
  },
  rank: {
    queue: "unlabelled",
    keys: (decision) => [["1", "2", "t"][decision % 3] ?? "1", "Enter"],
  },
};

interface Walked {
  taskType: TaskType;
  keysPerDecision: number;
  decisionsPerMinute: number;
  /** From the last key of a decision to the next example painted. */
  nextMs: number;
}

/** One frame later: what a key changed is on the screen by then. */
const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));

async function pressAsAPerson(page: Page, key: string): Promise<number> {
  if (key.includes(" ")) {
    for (const letter of key) {
      await page.keyboard.type(letter);
      await nextFrame(page);
    }
    return key.length;
  }
  await page.keyboard.press(key);
  await nextFrame(page);
  return 1;
}

async function walk(browser: Browser, address: string, taskType: TaskType, project: string) {
  const { queue, keys } = SCRIPTS[taskType];
  const page = await openDesk(browser, { address, project, queue });
  await page.evaluate(installKeyProbe);
  const nextMs: number[] = [];
  let pressed = 0;
  const startMs = performance.now();
  for (let decision = 0; decision < DECISIONS; decision += 1) {
    const presses = keys(decision);
    for (const key of presses.slice(0, -1)) pressed += await pressAsAPerson(page, key);
    await page.evaluate((region) => window.watchNextKey(region), TEXT_REGION);
    await page.keyboard.press(presses.at(-1) ?? "Enter");
    pressed += 1;
    nextMs.push(await page.evaluate(() => window.painted));
  }
  const minutes = (performance.now() - startMs) / 60_000;
  await closeProject(page);
  return {
    taskType,
    keysPerDecision: pressed / DECISIONS,
    decisionsPerMinute: DECISIONS / minutes,
    nextMs: median(nextMs),
  } satisfies Walked;
}

/** Every kind of task on real examples, by keyboard alone, no key before the one before is on the screen. */
export async function benchWalkthrough(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), "tacit-walk-"));
  mkdirSync(join(folder, "projects"), { recursive: true });
  const projects: [TaskType, string][] = [];
  for (const taskType of TaskType.options)
    projects.push([taskType, await makeRealProject(folder, taskType)]);
  run(tool("electron-vite"), ["build", "--logLevel", "warn"]);
  const host = await serveFolder(folder);
  const browser = await openBrowser();
  const walked: Walked[] = [];
  try {
    for (const [taskType, project] of projects)
      walked.push(await walk(browser, host.address, taskType, project));
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    name: "walkthrough",
    title: "A walk through every kind of task, by keyboard alone",
    head: ["kind of task", "keys for one decision", "decisions a minute", "key → next example"],
    rows: walked.map((each) => [
      each.taskType,
      each.keysPerDecision.toFixed(1),
      each.decisionsPerMinute.toFixed(0),
      `${each.nextMs.toFixed(0)} ms`,
    ]),
    notes: [
      `${DECISIONS} decisions each on real examples; no key is pressed before the one before has changed the screen`,
      "the script does not read or think: these are the decisions a minute that the tool leaves room for, and what a person needs beyond them is thought",
      "written answers and conversations are corrected by typing four words, letter by letter",
    ],
  };
}
