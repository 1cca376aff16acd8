import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { HandoffFormat } from "#shared/features/handoffs/formats.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { withProject } from "../session.ts";
import { getVersion } from "../version-choice.ts";

interface ExportOptions {
  format: HandoffFormat;
  out: string;
  version?: string;
}

export function addHandoffCommands(program: Command, run: Run): void {
  program
    .command("export")
    .description(say("cli.export"))
    .argument("<file>", say("cli.argument.project"))
    .addOption(
      new Option("--format <format>", say("cli.option.format"))
        .choices(HandoffFormat.options)
        .makeOptionMandatory(),
    )
    .requiredOption("--out <folder>", say("cli.option.out"))
    .option("--version <v>", say("cli.option.version"))
    .action((file: string, options: ExportOptions) => run((json) => handOver(file, options, json)));
}

async function handOver(file: string, options: ExportOptions, json: boolean) {
  await withProject(file, async ({ client, backend }) => {
    const version = await getVersion(client, options.version);
    const folder = resolve(options.out);
    const handoff = await backend
      .session()
      .handoffs.writeInto(folder, { versionId: version.versionId, format: options.format });
    const files = handoff.files.map(({ name, rows, bytes, sha256 }) => ({
      name,
      rows,
      bytes,
      sha256,
    }));
    const { leftOut } = handoff;
    print(json, { folder, version: version.number, format: options.format, leftOut, files }, [
      say("cli.exported", { version: version.number, folder }),
      ...(leftOut > 0 ? [say("handoffs.leftOut", { count: leftOut })] : []),
      ...files.map((each) => `${String(each.rows ?? "").padStart(9)}  ${each.name}`),
    ]);
  });
}
