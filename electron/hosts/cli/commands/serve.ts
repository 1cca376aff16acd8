import { resolve } from "node:path";
import type { Command } from "commander";
import { hostFolders } from "../../folders.ts";
import { startWebHost } from "../../web/server.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { openBackend } from "../session.ts";

export function addServeCommand(program: Command, run: Run): void {
  program
    .command("serve")
    .description(say("cli.serve"))
    .argument("[file]", say("cli.argument.project"))
    .option("--port <n>", say("cli.option.port"), Number, 0)
    .action((file: string | undefined, options: { port: number }) =>
      run((json) => serve(file, options.port, json)),
    );
}

async function serve(file: string | undefined, port: number, json: boolean) {
  const backend = openBackend();
  if (file !== undefined) await backend.openProject(resolve(file));
  const host = await startWebHost(backend, { rendererDir: hostFolders().rendererDir, port });
  print(json, { url: host.url }, [say("cli.serving", { url: host.url })]);
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  await host.close();
  await backend.close();
}
