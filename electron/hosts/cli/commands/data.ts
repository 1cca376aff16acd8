import { accessSync, constants, copyFileSync, existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { AppError } from "#shared/errors/app-error.ts";
import { ColumnRole } from "#shared/features/imports/column-role.ts";
import {
  Again,
  type ColumnMapping,
  type ImportRecord,
  ReadUnit,
} from "#shared/features/imports/contract.ts";
import { ShapeChoice } from "#shared/features/imports/shapes/shape-name.ts";
import { Split } from "#shared/features/versions/split.ts";
import { CommandFailure } from "../command-failure.ts";
import { print, say, showProgress } from "../output.ts";
import type { Run } from "../program.ts";
import { finished, getProjectPath, withProject } from "../session.ts";
import { printReview } from "./import-review.ts";

interface ImportOptions {
  map?: ColumnMapping[];
  split?: Split;
  rejects?: string;
  again?: Again;
  review?: boolean;
  sheet?: string;
  unit?: ReadUnit;
  shape?: ShapeChoice;
  config?: string;
}

/** `column=role`; the role follows the last equals sign, so that a column's name may hold one. */
function parseMapping(pair: string, earlier: ColumnMapping[] = []): ColumnMapping[] {
  const at = pair.lastIndexOf("=");
  const column = pair.slice(0, at);
  const role = ColumnRole.safeParse(pair.slice(at + 1));
  if (at < 1 || !role.success)
    throw new InvalidArgumentError(say("cli.badMapping", { roles: ColumnRole.options.join(", ") }));
  if (earlier.some((each) => each.column === column))
    throw new InvalidArgumentError(say("cli.mappedTwice", { column }));
  return [...earlier, { column, role: role.data }];
}

export function addDataCommands(program: Command, run: Run): void {
  program
    .command("import")
    .description(say("cli.import"))
    .argument("<file>", say("cli.argument.project"))
    .argument("<data...>", say("cli.argument.data"))
    .addOption(
      new Option(
        "--map <column=role...>",
        say("cli.option.map", { roles: ColumnRole.options.join(" ") }),
      ).argParser(parseMapping),
    )
    .addOption(new Option("--split <split>", say("cli.option.split")).choices(Split.options))
    .option("--sheet <name>", say("cli.option.sheet"))
    .addOption(new Option("--unit <unit>", say("cli.option.unit")).choices(ReadUnit.options))
    .addOption(new Option("--shape <shape>", say("cli.option.shape")).choices(ShapeChoice.options))
    .option("--config <name>", say("cli.option.config"))
    .option("--rejects <csv>", say("cli.option.rejects"))
    .addOption(new Option("--again <what>", say("cli.option.again")).choices(Again.options))
    .option("--review", say("cli.option.review"))
    .action((file: string, data: string[], options: ImportOptions) =>
      run((json) => importData(file, data, options, json)),
    );

  program
    .command("check")
    .description(say("cli.check"))
    .argument("<file>", say("cli.argument.project"))
    .action((file: string) => run((json) => check(file, json)));
}

async function importData(file: string, data: string[], options: ImportOptions, json: boolean) {
  const project = getProjectPath(file);
  const paths = data.map((each) => resolve(each));
  const missing = data.find((each) => !existsSync(resolve(each)));
  if (missing !== undefined) throw new AppError("fileMissing", { name: missing });
  const rejects = options.rejects === undefined ? undefined : resolve(options.rejects);
  if (rejects !== undefined) refuseUnwritable(rejects, [project, ...paths]);
  await withProject(file, async ({ client, backend }) => {
    const { fileId } = backend.grants.addSeveral(paths);
    const { sheet, unit, shape, config } = options;
    const wanted = {
      fileId,
      readAs: { sheet, unit, shape, config },
      mapping: options.map ?? [],
      ...(options.split === undefined ? {} : { split: options.split }),
    };
    if (options.review) {
      await printReview(client, data.join(", "), wanted, json);
      return;
    }
    const { again } = options;
    const { jobId, importId } = await client.imports.start({
      ...wanted,
      ...(again === undefined ? {} : { again }),
    });
    await finished(client, jobId, showProgress);
    const record = (await client.imports.list()).find((each) => each.importId === importId);
    if (!record) throw new AppError("notFound", { thing: "import" });
    if (rejects !== undefined) {
      const { downloadId } = await client.imports.saveRejects({ importId });
      copyTo(backend.grants.getPath(downloadId, "download"), rejects);
    }
    print(json, countsOf(record), [
      say("cli.imported", { ...countsOf(record), file: data.join(", ") }),
    ]);
  });
}

/** Asked before anything is imported: may the reject list go there, and would it write over what is being read? */
function refuseUnwritable(rejects: string, inUse: string[]) {
  const folder = dirname(rejects);
  const isFolder = statSync(rejects, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder || inUse.some((path) => isSameFile(path, rejects)))
    throw new AppError("fileExists", { name: basename(rejects) });
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new AppError("folderNotWritable", { folder }, { cause });
  }
}

const isSameFile = (a: string, b: string) => existsSync(b) && realpathSync(a) === realpathSync(b);

function copyTo(from: string, to: string) {
  try {
    copyFileSync(from, to);
  } catch {
    throw new CommandFailure("cli.failure.rejectsNotSaved", { file: to });
  }
}

const countsOf = (record: ImportRecord) => ({
  importId: record.importId,
  rowsRead: record.rowsRead,
  imported: record.imported,
  updated: record.updated,
  rejected: record.rejected,
  duplicatesOfEarlierImport: record.duplicatesOfEarlierImport,
});

async function check(file: string, json: boolean) {
  await withProject(file, async ({ client }) => {
    const report = await client.checks.run();
    print(json, report, [
      say(report.ready ? "cli.checkReady" : "cli.checkNotReady"),
      say("cli.checkCounts", {
        examples: report.counts.examples,
        labelled: report.counts.labelled,
        unlabelled: report.counts.unlabelled,
        skipped: report.counts.skipped,
      }),
      say("cli.checkTokens", {
        total: report.tokens.total,
        median: report.tokens.median,
        longest: report.tokens.longest,
      }),
      ...report.findings.map(
        (finding) =>
          `${say(`cli.severity.${finding.severity}`).padEnd(9)} ${say(
            `checks.finding.${finding.code}.title`,
            {
              ...finding.params,
              examples: finding.examples,
            },
          )}`,
      ),
    ]);
  });
}
