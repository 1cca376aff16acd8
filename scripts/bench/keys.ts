import { constants, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { z } from "zod";
import { run, tool } from "../run.ts";
import { serveBarePage } from "./bare-page.ts";
import { haveMillionProject, PROJECT_FILE } from "./bench-project.ts";
import { openBrowser, openDesk, serveFolder, TEXT_REGION } from "./desk-host.ts";
import { type KeyTimes, pressKeys } from "./key-probe.ts";
import { measureChild } from "./measure-child.ts";
import { BENCH_DIR, MILLION } from "./million-csv.ts";
import { type BenchReport, percentile, times } from "./report.ts";

const PRESSES = 1000;
/** As many as an expert answers in a long day. */
const LONG_SESSION = 5000;
const FOLDER = join(BENCH_DIR, "keys");
const Times = z.array(z.number());
const Saved = z.object({ oursMs: Times, rawMs: Times, pagesMs: Times });

const ms = (value: number) => `${value.toFixed(1)} ms`;
const p95 = (values: readonly number[]) => percentile(values, 0.95);
const p99 = (values: readonly number[]) => percentile(values, 0.99);

async function measureInBrowser(browser: Browser): Promise<{ tacit: KeyTimes; bare: KeyTimes }> {
  const host = await serveFolder(FOLDER);
  const bare = await serveBarePage(FOLDER);
  try {
    const { address } = host;
    const page = await openDesk(browser, { address, project: "Million", queue: "unreviewed" });
    const keys = ["1", "2", "3", "4", "5"];
    const tacit = await pressKeys(page, { region: TEXT_REGION, keys, presses: LONG_SESSION });
    const plain = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await plain.goto(bare.address);
    return { tacit, bare: await pressKeys(plain, { region: "#text", keys, presses: PRESSES }) };
  } finally {
    bare.close();
    await host.stop();
  }
}

/** Whether the five-thousandth key is like the hundredth. */
function longSession({ paintedMs, heap }: KeyTimes): string[][] {
  const [first, last] = [paintedMs.slice(0, PRESSES), paintedMs.slice(-PRESSES)].map(p99);
  return [
    [
      `… p99 of the last thousand of ${LONG_SESSION.toLocaleString("en")}, beside the first thousand`,
      ms(last ?? Number.NaN),
      ms(first ?? Number.NaN),
      times((last ?? Number.NaN) / (first ?? Number.NaN)),
      "unchanged",
    ],
    [
      `memory of the page's scripts after ${LONG_SESSION.toLocaleString("en")} keys, beside after a hundred`,
      `${heap.late.toFixed(1)} MB`,
      `${heap.early.toFixed(1)} MB`,
      times(heap.late / heap.early),
      "flat",
    ],
  ];
}

/** From a key on the desk to the next example on the screen, in a project of a million examples. */
export async function benchKeys(): Promise<BenchReport> {
  await haveMillionProject();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, "projects"), { recursive: true });
  const file = join(FOLDER, "projects", "Million.tacit");
  copyFileSync(PROJECT_FILE, file, constants.COPYFILE_FICLONE);
  const saved = measureChild("keys-child.ts", [FOLDER, file, String(PRESSES)], Saved);
  run(tool("electron-vite"), ["build", "--logLevel", "warn"]);
  const browser = await openBrowser();
  const { tacit, bare } = await measureInBrowser(browser);
  await browser.close();
  rmSync(FOLDER, { recursive: true, force: true });
  const row = (name: string, ours: number, plain: number, bar: string) => [
    name,
    ms(ours),
    ms(plain),
    times(ours / plain),
    bar,
  ];
  return {
    name: "keys",
    title: `Keys on the desk at ${MILLION.toLocaleString("en")} examples`,
    head: ["", "Tacit", "the least there is", "ratio", "bar"],
    rows: [
      row("answer saved for good, p95", p95(saved.oursMs), p95(saved.rawMs), "≤ 50 ms"),
      row("answer saved for good, p99", p99(saved.oursMs), p99(saved.rawMs), "≤ 100 ms"),
      ["next 20 examples, p95", ms(p95(saved.pagesMs)), "", "", ""],
      row("key → next example painted, p95", p95(tacit.paintedMs), p95(bare.paintedMs), "≤ 50 ms"),
      row("key → next example painted, p99", p99(tacit.paintedMs), p99(bare.paintedMs), "≤ 100 ms"),
      row("work of the page for one key", tacit.rendererMs, bare.rendererMs, "≤ 16 ms"),
      ...longSession(tacit),
    ],
    notes: [
      `${LONG_SESSION.toLocaleString("en")} keys on the desk and ${PRESSES.toLocaleString("en")} on the plain page, each pressed once the one before had changed the screen`,
      "the least there is: one durable insert in a database of its own, and a page that shows one line of text",
      "painted: measured in the page, from the key's own time stamp to the end of the frame that shows the next text",
    ],
  };
}
