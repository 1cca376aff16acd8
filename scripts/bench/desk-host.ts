import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { QueueName } from "#shared/features/annotations/contract.ts";
import { findBrowser } from "../ensure-browser.ts";
import { ROOT } from "../run.ts";

/** What is to be judged: a text, or the turns of a conversation. */
export const TEXT_REGION = '[aria-label="Text of the example"], [aria-label="Conversation"]';

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

/** The built web host on the projects of a folder. */
export async function serveFolder(folder: string) {
  const child = spawn(process.execPath, [join(ROOT, "out/main/web.js")], {
    env: {
      ...process.env,
      TACIT_APP_DIR: join(folder, "app"),
      TACIT_PROJECTS_DIR: join(folder, "projects"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [address] = (await once(createInterface(child.stdout), "line")) as [string];
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** A page on the desk of a project that was open before. */
export async function openDesk(
  browser: Browser,
  { address, project, queue }: { address: string; project: string; queue: QueueName },
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.getByRole("button", { name: project }).first().click();
  await page.getByRole("navigation").waitFor();
  const place = encodeURIComponent(JSON.stringify({ step: "label", queue }));
  await page.evaluate((hash) => (location.hash = hash), place);
  await page.reload();
  await page.locator(TEXT_REGION).first().waitFor();
  return page;
}

/** Leaves the project, so that the next one can be opened, and the page with it. */
export async function closeProject(page: Page): Promise<void> {
  await page.getByRole("button", { name: "All projects" }).click();
  await page.getByRole("navigation").waitFor({ state: "hidden" });
  await page.close();
}
