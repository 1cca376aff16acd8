import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT, run, tool } from "./run.ts";

/** How long the Electron runtime may take to arrive on a slow line. */
const DOWNLOAD_LIMIT_MS = 10 * 60 * 1000;

/** Why there can be no window here; null when there can. */
function noWindowBecause(): string | null {
  const isLinux = process.platform === "linux";
  if (isLinux && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"])
    return "there is no display on this computer";
  if (process.getuid?.() === 0) return "Electron does not run as root";
  const fetched = spawnSync(process.execPath, [require.resolve("electron/install.js")], {
    stdio: "ignore",
    timeout: DOWNLOAD_LIMIT_MS,
  });
  return fetched.status === 0 ? null : "the Electron runtime could not be downloaded";
}

function openDesktop(): Promise<number> {
  const electron = require("electron") as unknown as string;
  return follow(spawn(electron, [ROOT, ...process.argv.slice(2)], { stdio: "inherit" }));
}

function serveWeb(reason: string): Promise<number> {
  console.log(`Tacit is served to your browser instead of a window of its own: ${reason}.`);
  console.log("It answers on 127.0.0.1 only. Open this address; end it with Ctrl+C:\n");
  const child = spawn(process.execPath, [join(ROOT, "out/main/web.js")], {
    stdio: ["inherit", "pipe", "inherit"],
  });
  child.stdout.on("data", (chunk: Buffer) => {
    process.stdout.write(chunk);
    openBrowser(/http:\S+/.exec(chunk.toString())?.[0]);
  });
  return follow(child);
}

function openBrowser(url: string | undefined) {
  const hasScreen = process.platform !== "linux" || Boolean(process.env["DISPLAY"]);
  if (!url || !hasScreen || process.env["CI"]) return;
  const opener = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

function follow(child: ReturnType<typeof spawn>): Promise<number> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 0)));
}

const require = createRequire(import.meta.url);
if (run(tool("electron-vite"), ["build", "--logLevel", "warn"]) !== 0) process.exit(1);
const reason = noWindowBecause();
process.exit(reason === null ? await openDesktop() : await serveWeb(reason));
