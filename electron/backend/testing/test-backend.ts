import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createRouterClient, type RouterClient } from "@orpc/server";
import { type Backend, type BackendOptions, composeBackend } from "../compose.ts";
import { createRpcOptions } from "../rpc/options.ts";
import { router } from "../rpc/router.ts";
import { createSessionSecrets } from "../secrets/secret-store.ts";

/** Named, because the whole contract spelled out is longer than the compiler writes down. */
export interface TestBackend {
  backend: Backend;
  client: RouterClient<typeof router>;
  folder: string;
  projectsDir: string;
}

/** A whole backend on a fresh folder, with a client that goes through the same boundary as the screens. */
export function openTestBackend(
  folder = mkdtempSync(join(tmpdir(), "tacit-test-")),
  options: Partial<BackendOptions> = {},
): TestBackend {
  const projectsDir = join(folder, "projects");
  const backend = composeBackend({
    appDir: join(folder, "app"),
    projectsDir,
    resourcesDir: resolve(import.meta.dirname, "../../../resources"),
    homeDir: join(folder, "home"),
    secrets: createSessionSecrets(),
    // Every test would make copies that it does not look at.
    backupTiming: null,
    appVersion: "0.0.0-test",
    logError: (error) => {
      console.error(error);
      return "test";
    },
    ...options,
  });
  const client = createRouterClient(router, {
    context: { backend },
    interceptors: createRpcOptions(backend.logError).clientInterceptors,
  });
  return { backend, client, folder, projectsDir };
}
