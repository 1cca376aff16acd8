import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { createSessionSecrets } from "#backend/secrets/secret-store.ts";
import { hostFolders } from "../../folders.ts";
import { startWebHost, type WebHost } from "../../web/server.ts";
import { CommandFailure } from "../command-failure.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { getProjectPath, openBackend } from "../session.ts";
import { watchForStop } from "../stop-signal.ts";

const HIGHEST_PORT = 65_535;

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > HIGHEST_PORT)
    throw new InvalidArgumentError(say("cli.badPort", { highest: String(HIGHEST_PORT) }));
  return port;
}

export function addServeCommand(program: Command, run: Run): void {
  program
    .command("serve")
    .description(say("cli.serve"))
    .argument("[file]", say("cli.argument.project"))
    .option("--port <n>", say("cli.option.port"), parsePort, 0)
    .action((file: string | undefined, options: { port: number }) =>
      run((json) => serve(file, options.port, json)),
    );
}

/** Until a signal ends it; that is how it is meant to end. */
async function serve(file: string | undefined, port: number, json: boolean) {
  const path = file === undefined ? undefined : getProjectPath(file);
  const { rendererDir } = hostFolders();
  if (!existsSync(join(rendererDir, "index.html")))
    throw new CommandFailure("cli.failure.notBuilt");
  const stopped = Promise.withResolvers<void>();
  const stop = watchForStop(stopped.resolve);
  const backend = openBackend({ secrets: createSessionSecrets(), keepsRecent: true });
  let host: WebHost | undefined;
  try {
    if (path !== undefined) await backend.openProject(path);
    host = await startWebHost(backend, { rendererDir, port });
    print(json, { url: host.url }, [say("cli.serving", { url: host.url })]);
    await stopped.promise;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new CommandFailure("cli.failure.portTaken", { port: String(port) });
    throw error;
  } finally {
    await host?.close();
    await backend.close();
    stop.release();
  }
}
