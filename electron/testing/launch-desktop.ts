import { mkdtempSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compileFunction, constants } from "node:vm";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { onTestFinished } from "vitest";
import type { Contract } from "../../shared/contract/index.ts";
import { ensureBuilt } from "./built-files.ts";
import { loadPage } from "./page-stand-in.ts";

type Client = ContractRouterClient<Contract>;
type StandIn = typeof import("./electron-stand-in.ts");

const ROOT = resolve(import.meta.dirname, "../..");
const STAND_IN = pathToFileURL(join(import.meta.dirname, "electron-stand-in.ts")).href;
const TESTING = pathToFileURL(import.meta.dirname).href;
const DESKTOP = pathToFileURL(join(ROOT, "out/main/desktop.js")).href;

/** Every launch gets stand-in modules of its own, told apart by the query of its main file. */
registerHooks({
  resolve(specifier, context, next) {
    const launch = context.parentURL ? new URL(context.parentURL).search : "";
    if (specifier === "electron")
      return { url: STAND_IN + launch, format: "module-typescript", shortCircuit: true };
    const found = next(specifier, context);
    const isOwn = launch !== "" && found.url.startsWith(TESTING) && !found.url.includes("?");
    return isOwn ? { ...found, url: found.url + launch } : found;
  },
});

// The test runner rewrites import(); the built files must load as Node itself loads them.
const importNatively = compileFunction("return import(url)", ["url"], {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}) as (url: string) => Promise<unknown>;

let launches = 0;

/** Loads the built main process against a fresh stand-in; it waits for `becomeReady`. */
export async function loadDesktop(
  set: (control: StandIn["control"]) => void = () => {},
  folder = mkdtempSync(join(tmpdir(), "tacit-desktop-")),
) {
  await ensureBuilt();
  launches += 1;
  const standIn = (await importNatively(`${STAND_IN}?launch=${launches}`)) as StandIn;
  standIn.control.appPath = ROOT;
  process.env["TACIT_APP_DIR"] = join(folder, "app");
  process.env["TACIT_PROJECTS_DIR"] = join(folder, "projects");
  set(standIn.control);
  await importNatively(`${DESKTOP}?launch=${launches}`);
  return { ...standIn, folder };
}

/** Loads the main process, lets it become ready, and waits for its window. */
export async function launchDesktop(...given: Parameters<typeof loadDesktop>) {
  const desktop = await loadDesktop(...given);
  desktop.becomeReady();
  while (!desktop.openWindows[0]?.visible) await new Promise((done) => setImmediate(done));
  const window = desktop.openWindows[0];
  const page = () => loadPage(window.contents, window.webContents, desktop.control.ipcHandlers);
  async function quit() {
    desktop.app.quit();
    await desktop.hasQuit;
  }
  onTestFinished(quit);
  return { ...desktop, window, page, quit };
}
export type Desktop = Awaited<ReturnType<typeof launchDesktop>>;

/** A client as the screens make it, over the port that the handshake gave. */
export async function connectClient(page: ReturnType<typeof loadPage>): Promise<Client> {
  const port = await page.connect();
  const link = new RPCLink({ port });
  port.start();
  return createORPCClient<Client>(link);
}
