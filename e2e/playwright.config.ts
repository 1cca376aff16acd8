import { defineConfig } from "@playwright/test";
import { findBrowser } from "../scripts/ensure-browser.ts";

const browser = findBrowser();

/** The same specs on the web host (`web`) and in the desktop application (`electron`). */
export default defineConfig({
  testDir: "specs",
  outputDir: "../test-results",
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  forbidOnly: Boolean(process.env["CI"]),
  use: {
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "web" }, { name: "electron" }],
});
