import { basename } from "node:path";
import type { Command } from "commander";
import type { RescueNews } from "#shared/features/rescue/contract.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { getProjectPath, withBackend } from "../session.ts";

export function addRescueCommand(program: Command, run: Run): void {
  program
    .command("rescue")
    .description(say("cli.rescue"))
    .argument("<file>", say("cli.argument.project"))
    .action((file: string) => run((json) => rescue(file, json)));
}

async function rescue(file: string, json: boolean) {
  const path = getProjectPath(file);
  await withBackend(basename(path), async ({ client, backend }) => {
    const { fileId } = backend.grants.add(path, "read");
    let last: RescueNews | null = null;
    for await (const news of await client.rescue.run({ fileId })) last = news;
    if (last?.state === "rescued") report(last, json);
    else print(json, { outcome: "mended" }, [say("rescue.mended.title")]);
  });
}

function report(news: Extract<RescueNews, { state: "rescued" }>, json: boolean) {
  const { parts, file, folder } = news;
  print(json, { outcome: "rescued", file: file.name, folder, parts }, [
    say("cli.rescued", { name: file.name, folder }),
    ...parts.map(({ part, saved, lost, more }) =>
      say("cli.rescuedPart", {
        part: say(`rescue.part.${part}`),
        saved,
        lost,
        more: more ? "more" : "none",
      }),
    ),
  ]);
}
