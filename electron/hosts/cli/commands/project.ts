import { basename, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { ProjectName, type VerifyReport } from "#shared/features/projects/contract.ts";
import { TaskType } from "#shared/features/projects/task-type.ts";
import { failureOf, print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { withBackend, withProject } from "../session.ts";

const MAX_NAME_CHARACTERS = ProjectName.maxLength ?? Infinity;

function parseName(text: string): string {
  const name = ProjectName.safeParse(text);
  if (!name.success)
    throw new InvalidArgumentError(say("cli.badName", { most: MAX_NAME_CHARACTERS }));
  return name.data;
}

export function addProjectCommands(program: Command, run: Run): void {
  program
    .command("create")
    .description(say("cli.create"))
    .argument("<file>", say("cli.argument.project"))
    .addOption(
      new Option("--task <task>", say("cli.option.task"))
        .choices(TaskType.options)
        .makeOptionMandatory(),
    )
    .option("--name <name>", say("cli.option.name"), parseName)
    .action((file: string, options: { task: TaskType; name?: string }) =>
      run((json) => create(file, options, json)),
    );

  program
    .command("stats")
    .description(say("cli.stats"))
    .argument("<file>", say("cli.argument.project"))
    .action((file: string) => run((json) => stats(file, json)));

  program
    .command("verify")
    .description(say("cli.verify"))
    .argument("<file>", say("cli.argument.project"))
    .action((file: string) => run((json) => verify(file, json)));
}

async function create(file: string, options: { task: TaskType; name?: string }, json: boolean) {
  const path = resolve(file.endsWith(".tacit") ? file : `${file}.tacit`);
  await withBackend(basename(path), async ({ backend }) => {
    const name = options.name ?? basename(path, ".tacit").trim().slice(0, MAX_NAME_CHARACTERS);
    const info = await backend.createProjectAt(path, { name, taskType: options.task });
    print(json, { file: path, id: info.id, name: info.name, task: info.taskType }, [
      say("cli.created", { name: info.name, file: path }),
    ]);
  });
}

async function stats(file: string, json: boolean) {
  await withProject(file, async ({ client }) => {
    const project = await client.projects.current();
    const { counts } = await client.annotations.queue({ queue: "all", limit: 1 });
    const { labels } = await client.definitions.get();
    const imports = await client.imports.list();
    const versions = await client.versions.list();
    const training = await client.training.list();
    const perLabel = labels.map(({ name, examples }) => ({ name, examples }));
    const result = {
      name: project?.name,
      task: project?.taskType,
      examples: counts.total,
      labelled: counts.labelled,
      unlabelled: counts.unlabelled,
      skipped: counts.skipped,
      flagged: counts.flagged,
      labels: perLabel,
      imports: imports.map(
        ({ fileName, rowsRead, imported, rejected, duplicatesOfEarlierImport }) => ({
          fileName,
          rowsRead,
          imported,
          rejected,
          duplicatesOfEarlierImport,
        }),
      ),
      versions: versions.map(({ versionId, number, contentHash, counts: splits }) => ({
        versionId,
        number,
        contentHash,
        counts: splits,
      })),
      jobs: training.map(({ jobId, providerId, baseModel, state, tunedModel }) => ({
        jobId,
        providerId,
        baseModel,
        state,
        tunedModel,
      })),
    };
    print(json, result, [
      say("cli.statsTitle", { name: project?.name, examples: counts.total }),
      say("cli.statsAnswers", { ...counts }),
      ...perLabel.map((label) => `${String(label.examples).padStart(8)}  ${label.name}`),
      ...versions.map((version) =>
        say("cli.statsVersion", {
          number: version.number,
          ...version.counts,
          hash: version.contentHash,
        }),
      ),
      ...training.map((job) =>
        say("cli.statsJob", {
          jobId: job.jobId,
          model: job.baseModel,
          number: job.versionNumber,
          state: say(`jobs.state.${job.state}`),
        }),
      ),
    ]);
  });
}

async function verify(file: string, json: boolean) {
  const report = await lookThrough(file);
  print(json, report, [
    report.ok ? say("cli.verifySound", { ...report.checked }) : say("cli.verifyDamaged"),
    ...report.problems.map(({ problem, detail }) =>
      say(`cli.problem.${problem}`, { detail: detail.replaceAll("\n", "; ") }),
    ),
  ]);
  if (!report.ok) process.exitCode = 1;
}

/** Damage may be such that the file cannot even be looked through to its end. */
async function lookThrough(
  file: string,
): Promise<Omit<VerifyReport, "checked"> & Partial<VerifyReport>> {
  try {
    return await withProject(file, async ({ client }) => {
      const report = await client.projects.verify();
      const project = await client.projects.current();
      if (!project?.mended) return report;
      // Sound by now; but whoever asks has to know that the disk, or a program, damaged the file.
      const detail = say("rescue.mendedOnOpening");
      const mended = { problem: "databaseDamaged" as const, detail };
      return { ...report, ok: false, problems: [mended, ...report.problems] };
    });
  } catch (error) {
    const { code } = failureOf(error);
    if (code !== "fileDamaged" && code !== "unexpected") throw error;
    const detail = say("cli.unreadable");
    return { ok: false, problems: [{ problem: "databaseDamaged", detail }] };
  }
}
