import type { Command } from "commander";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { withProject } from "../session.ts";

export function addImportsCommands(program: Command, run: Run): void {
  program
    .command("imports")
    .description(say("cli.imports"))
    .argument("<file>", say("cli.argument.project"))
    .action((file: string) => run((json) => listImports(file, json)));

  program
    .command("take-back")
    .description(say("cli.takeBack"))
    .argument("<file>", say("cli.argument.project"))
    .argument("<import>", say("cli.argument.import"))
    .action((file: string, importId: string) => run((json) => takeBack(file, importId, json)));
}

async function listImports(file: string, json: boolean) {
  await withProject(file, async ({ client }) => {
    const imports = await client.imports.list();
    const lines = imports.map((each) =>
      say(each.takenBackAtMs === null ? "cli.importLine" : "cli.importLineTakenBack", {
        importId: each.importId,
        file: each.fileName,
        at: new Date(each.importedAtMs).toISOString(),
        rowsRead: each.rowsRead,
        imported: each.imported,
        updated: each.updated,
        rejected: each.rejected,
        known: each.duplicatesOfEarlierImport,
      }),
    );
    print(json, imports, lines);
  });
}

async function takeBack(file: string, importId: string, json: boolean) {
  await withProject(file, async ({ client }) => {
    const record = await client.imports.takeBack({ importId });
    print(json, record, [
      say("cli.takenBack", { file: record.fileName, examples: record.imported }),
    ]);
  });
}
