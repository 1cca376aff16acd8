import type { Command } from "commander";
import { AppError } from "#shared/errors/app-error.ts";
import type { Comparison } from "#shared/features/comparisons/contract.ts";
import { isFinished } from "#shared/features/jobs/contract.ts";
import type { TrainingRun } from "#shared/features/training/contract.ts";
import { CommandFailure } from "../command-failure.ts";
import { followTraining } from "../follow-training.ts";
import { print, say, showProgress } from "../output.ts";
import type { Run } from "../program.ts";
import { finished, type Opened, withProject } from "../session.ts";

export function addCompareCommand(program: Command, run: Run): void {
  program
    .command("compare")
    .description(say("cli.compare"))
    .argument("<file>", say("cli.argument.project"))
    .option("--job <job>", say("cli.option.job"))
    .action((file: string, options: { job?: string }) =>
      run((json) => compare(file, options.job, json)),
    );
}

async function compare(file: string, job: string | undefined, json: boolean) {
  await withProject(file, async (opened) => {
    const { client } = opened;
    const chosen = await getTraining(opened, job);
    const isRemote = chosen.connectionName !== null;
    if (chosen.connectionName !== null) giveKeyToService(opened, chosen.connectionName);
    const trainingJobId = chosen.jobId;
    if (!isFinished(chosen.state))
      await followTraining(client, { jobId: trainingJobId, isRemote }, "done");
    const { jobId, comparisonId } = await client.comparisons.start({ trainingJobId });
    await finished(client, jobId, showProgress);
    const comparison = await client.comparisons.get({ comparisonId });
    print(json, summaryOf(comparison), linesOf(comparison));
  });
}

/** A training by its id; the newest finished one when none is named. */
async function getTraining({ client }: Opened, job: string | undefined): Promise<TrainingRun> {
  const runs = await client.training.list();
  const chosen = runs.find((run) => (job === undefined ? run.state === "done" : run.jobId === job));
  if (chosen) return chosen;
  throw job === undefined
    ? new CommandFailure("cli.failure.nothingTrained")
    : new CommandFailure("cli.failure.noSuchJob", { job });
}

/** A run knows its service by name only. */
function giveKeyToService({ backend, giveKeyTo }: Opened, name: string) {
  if (!process.env["TACIT_API_KEY"]) throw new AppError("keyMissing", { name });
  const { connections } = backend.settings.get();
  giveKeyTo(connections.filter((each) => each.name === name).map((each) => each.connectionId));
}

function summaryOf(comparison: Comparison) {
  const { result, comparisonId, baseModel, tunedModel, unscored } = comparison;
  const about = { comparisonId, baseModel, tunedModel, unscored };
  if (result?.kind === "tag") return { ...about, ...result, perLabel: undefined };
  if (result?.kind !== "classify") return { ...about, ...result };
  const side = (of: typeof result.base) => ({
    accuracy: of.accuracy.value,
    macroF1: of.macroF1.value,
    accuracyInterval: [of.accuracy.low, of.accuracy.high],
    macroF1Interval: [of.macroF1.low, of.macroF1.high],
  });
  return {
    ...about,
    test: result.test,
    base: side(result.base),
    tuned: side(result.tuned),
    difference: result.difference,
    verdict: result.verdict,
    confusions: result.confusions.slice(0, 10),
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function linesOf({ result }: Comparison): string[] {
  if (!result) return [];
  if (result.kind === "write") return [say("cli.comparedWrite", { test: result.test })];
  return [
    say("cli.comparedClassify", {
      test: result.test,
      base: percent(result.base.accuracy.value),
      tuned: percent(result.tuned.accuracy.value),
      difference: percent(result.difference.accuracy),
      low: percent(result.difference.low),
      high: percent(result.difference.high),
    }),
    say(`comparisons.verdict.${result.verdict}`, {
      test: result.test,
      base: percent(result.base.accuracy.value),
      tuned: percent(result.tuned.accuracy.value),
    }),
  ];
}
