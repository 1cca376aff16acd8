import { constants, copyFileSync, existsSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { AppError } from "#shared/errors/app-error.ts";
import type { BundleSaved } from "#shared/features/handouts/contract.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { getProjectPath, type Opened, withBackend, withProject } from "../session.ts";

interface CreateOptions {
  to: string;
  count: number;
  overlap: number;
  all?: boolean;
  withAnswers?: boolean;
  text?: string;
  as?: string;
  out?: string;
}
interface ArrivedOptions {
  confirm?: string;
  as?: string;
}
interface MergeOptions extends ArrivedOptions {
  addLabels?: boolean;
  dryRun?: boolean;
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (text.trim() === "" || !(percent >= 0 && percent <= 100))
    throw new InvalidArgumentError(say("handouts.cli.badPercent"));
  return percent;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError(say("handouts.cli.badCount"));
  return count;
}

const DEFAULT_COUNT = 100;
const DEFAULT_OVERLAP_PERCENT = 20;

/** `tacit handout …`: the same files as from the application's own page. */
export function addHandoutCommands(program: Command, run: Run): void {
  const handout = program
    .command("handout")
    .description(say("handouts.cli.handout"))
    .addHelpText("after", `\n${say("handouts.cli.passphraseHint")}`);

  handout
    .command("create")
    .description(say("handouts.cli.create"))
    .argument("<file>", say("cli.argument.project"))
    .requiredOption("--to <name>", say("handouts.cli.option.to"))
    .option("--count <n>", say("handouts.cli.option.count"), parseCount, DEFAULT_COUNT)
    .option(
      "--overlap <percent>",
      say("handouts.cli.option.overlap"),
      parsePercent,
      DEFAULT_OVERLAP_PERCENT,
    )
    .option("--all", say("handouts.cli.option.all"))
    .option("--with-answers", say("handouts.cli.option.withAnswers"))
    .option("--text <words>", say("handouts.cli.option.text"))
    .option("--as <name>", say("handouts.cli.option.as"))
    .option("--out <file>", say("handouts.cli.option.out"))
    .action((file: string, options: CreateOptions) => run((json) => create(file, options, json)));

  handout
    .command("open")
    .description(say("handouts.cli.open"))
    .argument("<slice>", say("handouts.cli.argument.slice"))
    .option("--confirm <numbers>", say("handouts.cli.option.confirm"))
    .option("--as <name>", say("handouts.cli.option.as"))
    .action((file: string, options: ArrivedOptions) => run((json) => open(file, options, json)));

  handout
    .command("return")
    .description(say("handouts.cli.return"))
    .argument("<file>", say("cli.argument.project"))
    .option("--as <name>", say("handouts.cli.option.as"))
    .option("--out <file>", say("handouts.cli.option.out"))
    .action((file: string, options: { as?: string; out?: string }) =>
      run((json) => giveBack(file, options, json)),
    );

  handout
    .command("merge")
    .description(say("handouts.cli.merge"))
    .argument("<file>", say("cli.argument.project"))
    .argument("<return>", say("handouts.cli.argument.return"))
    .option("--confirm <numbers>", say("handouts.cli.option.confirm"))
    .option("--add-labels", say("handouts.cli.option.addLabels"))
    .option("--dry-run", say("handouts.cli.option.dryRun"))
    .action((file: string, bundle: string, options: MergeOptions) =>
      run((json) => merge(file, bundle, options, json)),
    );
}

/** From the environment, because what stands on a command line is in the list of processes. */
function passphrase(): { passphrase?: string } {
  const given = process.env["TACIT_PASSPHRASE"];
  return given === undefined || given === "" ? {} : { passphrase: given };
}

/** Becomes the person of that name, who is made when this computer does not know them. */
async function workAs({ client }: Opened, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const { people } = await client.handouts.people();
  const known = people.find((person) => person.name === name);
  if (known) await client.handouts.choosePerson({ annotatorId: known.annotatorId });
  else await client.handouts.addPerson({ name });
}

function refuseExisting(out: string | undefined) {
  if (out !== undefined && existsSync(out)) throw new AppError("fileExists", { name: out });
}

/** Where the file lies in the end. */
function moveTo(out: string | undefined, { folder, fileName }: BundleSaved): string {
  const path = join(folder, fileName);
  if (out === undefined) return path;
  copyFileSync(path, resolve(out), constants.COPYFILE_EXCL);
  rmSync(path);
  return resolve(out);
}

async function numbersOf({ client }: Opened): Promise<string> {
  const { people, currentId } = await client.handouts.people();
  return people.find(({ annotatorId }) => annotatorId === currentId)?.fingerprint ?? "";
}

async function create(file: string, options: CreateOptions, json: boolean) {
  refuseExisting(options.out);
  await withProject(file, async (opened) => {
    await workAs(opened, options.as);
    const saved = await opened.client.handouts.create({
      to: { name: options.to },
      which: options.all ? "all" : "unlabelled",
      filter: options.text === undefined ? {} : { text: options.text },
      count: options.count,
      overlapShare: options.overlap / 100,
      withAnswers: options.withAnswers === true,
      ...passphrase(),
    });
    const path = moveTo(options.out, saved);
    const { examples, overlap, locked } = saved;
    const fingerprint = await numbersOf(opened);
    print(json, { file: path, examples, overlap, locked, fingerprint }, [
      say("handouts.cli.made", { file: path, examples, overlap }),
      ...(locked ? [] : [say("handouts.cli.unlocked")]),
      say("handouts.cli.yourNumbers", { fingerprint }),
    ]);
  });
}

/** Reads a bundle, and whether the user named the numbers of who signed it. */
async function inspect({ client, backend }: Opened, file: string, confirmed: string | undefined) {
  const path = resolve(file);
  if (!existsSync(path)) throw new AppError("fileMissing", { name: basename(file) });
  const { fileId } = backend.grants.add(path, "read");
  const inspected = await client.handouts.inspect({ fileId, ...passphrase() });
  const digits = (text: string) => text.replaceAll(/\D/g, "");
  const { fingerprint } = inspected.sender;
  const trust = confirmed !== undefined && digits(confirmed) === digits(fingerprint);
  return { inspected, trust };
}

async function open(file: string, options: ArrivedOptions, json: boolean) {
  await withBackend(basename(file), async (opened) => {
    await workAs(opened, options.as);
    const { inspected, trust } = await inspect(opened, file, options.confirm);
    const { inspectionId, sender, examples } = inspected;
    const info = await opened.client.handouts.openSlice({ inspectionId, trust });
    const path = join(info.folder, info.fileName);
    print(json, { file: path, name: info.name, examples, from: sender.name }, [
      say("handouts.cli.opened", { file: path, examples, owner: sender.name }),
    ]);
  });
}

async function giveBack(file: string, options: { as?: string; out?: string }, json: boolean) {
  refuseExisting(options.out);
  await withProject(file, async (opened) => {
    await workAs(opened, options.as);
    const saved = await opened.client.handouts.createReturn(passphrase());
    const path = moveTo(options.out, saved);
    const { examples, answered, skipped, locked } = saved;
    const fingerprint = await numbersOf(opened);
    print(json, { file: path, examples, answered, skipped, locked, fingerprint }, [
      say("handouts.cli.returned", { file: path, examples, answered, skipped }),
      ...(locked ? [] : [say("handouts.cli.unlocked")]),
      say("handouts.cli.yourNumbers", { fingerprint }),
    ]);
  });
}

async function merge(file: string, bundle: string, options: MergeOptions, json: boolean) {
  const path = getProjectPath(file);
  await withProject(path, async (opened) => {
    const { inspected, trust } = await inspect(opened, bundle, options.confirm);
    const { inspectionId, unknownLabels } = inspected;
    const labels = unknownLabels.map(({ labelId, sameNameId }) => ({
      labelId,
      become:
        sameNameId !== null
          ? { kind: "use" as const, labelId: sameNameId }
          : { kind: options.addLabels ? ("add" as const) : ("leave" as const) },
    }));
    const counts = options.dryRun
      ? await opened.client.handouts.previewMerge({ inspectionId, labels })
      : await opened.client.handouts.merge({ inspectionId, trust, labels });
    const { left, rules, ...numbers } = counts;
    const summary = { ...numbers, left: left.length };
    const said = options.dryRun ? "handouts.cli.wouldMerge" : "handouts.cli.merged";
    const dryRun = options.dryRun === true;
    const from = inspected.sender.name;
    print(json, { file: path, from, dryRun, ...summary, notTaken: left, rules }, [
      say(said, summary),
    ]);
  });
}
