import { type Command, InvalidArgumentError, Option } from "commander";
import { AppError } from "#shared/errors/app-error.ts";
import { ProviderId } from "#shared/features/providers/contract.ts";
import { Ratios, SplitPlan } from "#shared/features/versions/contract.ts";
import { followTraining } from "../follow-training.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { type Opened, withProject } from "../session.ts";
import { getVersion } from "../version-choice.ts";

interface FreezeOptions {
  seed: number;
  ratios: Ratios;
}
interface TrainOptions {
  version?: string;
  provider: ProviderId;
  baseUrl?: string;
  model?: string;
  wait?: boolean;
}

function parseRatios(text: string): Ratios {
  const shares = /^\d+(\.\d+)?(\/\d+(\.\d+)?){2}$/.test(text) ? text.split("/").map(Number) : [];
  const ratios = Ratios.safeParse({ train: shares[0], validation: shares[1], test: shares[2] });
  if (!ratios.success) throw new InvalidArgumentError(say("cli.badRatios"));
  return ratios.data;
}

function parseSeed(text: string): number {
  const seed = SplitPlan.shape.seed.safeParse(Number(text));
  if (!/^\d+$/.test(text) || !seed.success) throw new InvalidArgumentError(say("cli.badSeed"));
  return seed.data;
}

function parseBaseUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError(say("cli.badBaseUrl"));
  // As it is kept, so that the same address is the same connection.
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
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
    .option("--base-url <url>", say("cli.option.baseUrl"), parseBaseUrl)
    .option("--model <model>", say("cli.option.model"))
    .option("--wait", say("cli.option.wait"))
    .action((file: string, options: TrainOptions, command: Command) => {
      if (options.provider === "openai") {
        if (options.baseUrl === undefined) command.error(say("cli.baseUrlNeeded"));
        if (options.model === undefined) command.error(say("cli.modelNeeded"));
      }
      return run((json) => train(file, options, json));
    });
}

async function freeze(file: string, options: FreezeOptions, json: boolean) {
  await withProject(file, async ({ client }) => {
    const version = await client.versions.freeze({ seed: options.seed, ratios: options.ratios });
    const { versionId, number, contentHash, counts, plan } = version;
    print(json, { versionId, number, contentHash, counts, plan }, [
      say("cli.frozen", { number, ...counts, hash: contentHash }),
    ]);
  });
}

/** The stored connection for an address, made on first use; its key comes from the environment. */
async function connect({ client, backend, giveKeyTo }: Opened, baseUrl: string): Promise<string> {
  if (!process.env["TACIT_API_KEY"]) throw new AppError("keyMissing", { name: baseUrl });
  const { connections } = backend.settings.get();
  const known = connections.find((each) => each.baseUrl === baseUrl)?.connectionId;
  giveKeyTo(known === undefined ? [] : [known]);
  if (known !== undefined) return known;
  const { host } = new URL(baseUrl);
  const { connectionId } = await client.providers.saveConnection({ name: host, baseUrl });
  giveKeyTo([connectionId]);
  return connectionId;
}

async function train(file: string, options: TrainOptions, json: boolean) {
  await withProject(file, async (opened) => {
    const { client } = opened;
    const version = await getVersion(client, options.version);
    const isRemote = options.provider === "openai";
    const target = {
      versionId: version.versionId,
      providerId: options.provider,
      baseModel: options.model ?? "instant",
      ...(isRemote ? { connectionId: await connect(opened, options.baseUrl ?? "") } : {}),
    };
    const { consent } = await client.training.leaving(target);
    const { jobId } = await client.training.start({ ...target, consent });
    await followTraining(
      client,
      { jobId, isRemote },
      isRemote && !options.wait ? "accepted" : "done",
    );
    const result = await client.training.get({ jobId });
    print(json, { ...result, events: result.events.length }, [
      say(result.state === "done" ? "cli.trained" : "cli.trainingSubmitted", {
        jobId,
        model: result.tunedModel,
        version: version.number,
        remote: result.remoteJobId,
      }),
    ]);
  });
}
