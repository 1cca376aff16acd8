import { existsSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { run, tool } from "./run.ts";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser for the end-to-end tests: the one named, Playwright's own, or one of the system's. */
export function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named && existsSync(named)) return named;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  return SYSTEM_BROWSERS.find((path) => existsSync(path));
}

/** Debian has a browser of its own, which needs nothing from elsewhere; it may be installed by root only. */
function installFromDebian(): void {
  const isDebian =
    existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  if (!isDebian || process.getuid?.() !== 0) return;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "chromium"]);
}

/** Installs a browser where there is none: Debian's package, or else the one that Playwright brings. */
export function ensureBrowser(): void {
  if (findBrowser()) return;
  console.log("No browser for the end-to-end tests yet: installing one.");
  installFromDebian();
  if (!findBrowser()) run(tool("playwright"), ["install", "chromium"]);
  if (!findBrowser())
    throw new Error(
      "Install Chromium or Chrome, or name one in CHROMIUM_PATH, then run the tests again.",
    );
}
