import { type Command, InvalidArgumentError, Option } from "commander";
import { AppError } from "#shared/errors/app-error.ts";
import { isFinished } from "#shared/features/jobs/contract.ts";
import { ProviderId } from "#shared/features/providers/contract.ts";
import type { Comparison } from "#shared/features/comparisons/contract.ts";
import { print, say, showProgress } from "../output.ts";
import type { Run } from "../program.ts";
import { type CliClient, finished, withProject } from "../session.ts";
import { getVersion } from "../version-choice.ts";

interface FreezeOptions {
  seed: number;
  ratios: { train: number; validation: number; test: number };
}
interface TrainOptions {
  version?: string;
  provider: ProviderId;
  baseUrl?: string;
  model?: string;
  wait?: boolean;
}

function parseRatios(text: string): FreezeOptions["ratios"] {
  const shares = text.split("/").map(Number);
  if (shares.length !== 3 || shares.some((share) => !(share >= 0)))
    throw new InvalidArgumentError(say("cli.badRatios"));
  return { train: shares[0] ?? 0, validation: shares[1] ?? 0, test: shares[2] ?? 0 };
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InvalidArgumentError(say("cli.badSeed"));
  return seed;
}

export function addTrainingCommands(program: Command, run: Run): void {
  program
    .command("freeze")
    .description(say("cli.freeze"))
    .argument("<file>", say("cli.argument.project"))
    .addOption(new Option("--seed <n>", say("cli.option.seed")).argParser(parseSeed).default(42))
    .addOption(
      new Option("--ratios <train/validation/test>", say("cli.option.ratios"))
        .argParser(parseRatios)
        .default({ train: 80, validation: 10, test: 10 }, "80/10/10"),
    )
    .action((file: string, options: FreezeOptions) => run((json) => freeze(file, options, json)));

  program
    .command("train")
    .description(say("cli.train"))
    .argument("<file>", say("cli.argument.project"))
    .option("--version <v>", say("cli.option.version"))
    .addOption(
      new Option("--provider <provider>", say("cli.option.provider"))
        .choices(ProviderId.options)
        .default("instant"),
    )
    .option("--base-url <url>", say("cli.option.baseUrl"))
    .option("--model <model>", say("cli.option.model"))
    .option("--wait", say("cli.option.wait"))
    .action((file: string, options: TrainOptions) => run((json) => train(file, options, json)));

  program
    .command("compare")
    .description(say("cli.compare"))
    .argument("<file>", say("cli.argument.project"))
    .option("--job <job>", say("cli.option.job"))
    .action((file: string, options: { job?: string }) =>
      run((json) => compare(file, options, json)),
    );
}

async function freeze(file: string, options: FreezeOptions, json: boolean) {
  await withProject(file, async (client) => {
    const version = await client.versions.freeze({ seed: options.seed, ratios: options.ratios });
    const { versionId, number, contentHash, counts, plan } = version;
    print(json, { versionId, number, contentHash, counts, plan }, [
      say("cli.frozen", { number, ...counts, hash: contentHash }),
    ]);
  });
}

/** The stored connection for an address, made on first use; its key comes from the environment. */
async function connect(client: CliClient, baseUrl: string): Promise<string> {
  if (!process.env["TACIT_API_KEY"]) throw new AppError("keyMissing", { name: baseUrl });
  const known = (await client.providers.listConnections()).find((each) => each.baseUrl === baseUrl);
  const saved =
    known ?? (await client.providers.saveConnection({ name: new URL(baseUrl).host, baseUrl }));
  return saved.connectionId;
}

async function train(file: string, options: TrainOptions, json: boolean) {
  await withProject(file, async (client) => {
    const version = await getVersion(client, options.version);
    const isRemote = options.provider === "openai";
    if (isRemote && options.baseUrl === undefined) throw new AppError("connectionMissing");
    if (isRemote && options.model === undefined)
      throw new AppError("invalidInput", { detail: say("cli.modelNeeded") });
    const target = {
      versionId: version.versionId,
      providerId: options.provider,
      baseModel: options.model ?? "instant",
      ...(isRemote ? { connectionId: await connect(client, options.baseUrl ?? "") } : {}),
    };
    const { consent } = await client.training.leaving(target);
    const { jobId } = await client.training.start({ ...target, consent });
    if (isRemote && !options.wait) await untilSubmitted(client, jobId);
    else await finished(client, jobId, showProgress);
    const result = await client.training.get({ jobId });
    print(json, { ...result, metrics: result.metrics, events: result.events.length }, [
      say(result.state === "done" ? "cli.trained" : "cli.trainingSubmitted", {
        jobId,
        model: result.tunedModel,
        version: version.number,
        remote: result.remoteJobId,
      }),
    ]);
  });
}

/** Without --wait: returns once the service has accepted the job; a later command goes on watching it. */
async function untilSubmitted(client: CliClient, jobId: string) {
  for await (const job of await client.jobs.watch({ jobId })) {
    showProgress(job);
    const { remoteJobId } = await client.training.get({ jobId });
    if (remoteJobId !== null && !isFinished(job.state)) return;
    if (job.state === "failed")
      throw new AppError((job.error?.code ?? "unexpected") as AppError["code"], job.error?.params);
  }
}

async function compare(file: string, options: { job?: string }, json: boolean) {
  await withProject(file, async (client) => {
    const runs = await client.training.list();
    const chosen = options.job
      ? runs.find((run) => run.jobId === options.job)
      : runs.find((run) => run.state === "done");
    if (!chosen) throw new AppError("notFound", { thing: "training job" });
    if (!isFinished(chosen.state)) await finished(client, chosen.jobId, showProgress);
    const { jobId, comparisonId } = await client.comparisons.start({ trainingJobId: chosen.jobId });
    await finished(client, jobId, showProgress);
    const comparison = await client.comparisons.get({ comparisonId });
    print(json, summaryOf(comparison), linesOf(comparison));
  });
}

function summaryOf(comparison: Comparison) {
  const { result, comparisonId, baseModel, tunedModel, unscored } = comparison;
  const about = { comparisonId, baseModel, tunedModel, unscored };
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
