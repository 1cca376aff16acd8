import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Backup } from "#shared/features/backups/contract.ts";
import { CommandFailure } from "../command-failure.ts";
import { print, remark, say } from "../output.ts";
import type { Run } from "../program.ts";
import { getProjectPath, withBackend } from "../session.ts";

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError(say("backups.cli.badNumber"));
  return number;
}

export function addBackupCommands(program: Command, run: Run): void {
  program
    .command("backup")
    .description(say("backups.cli.backup"))
    .argument("<file>", say("cli.argument.project"))
    .option("--list", say("backups.cli.option.list"))
    .action((file: string, { list }: { list?: boolean }) =>
      run((json) => (list ? showList(file, json) : make(file, json))),
    );

  program
    .command("restore")
    .description(say("backups.cli.restore"))
    .argument("<file>", say("cli.argument.project"))
    .option("--backup <number>", say("backups.cli.option.backup"), parseNumber)
    .action((file: string, options: { backup?: number }) =>
      run((json) => restore(file, options.backup, json)),
    );
}

/** A project to be restored may be damaged or gone. */
function anyPath(file: string): string {
  if (existsSync(file) || existsSync(`${file}.tacit`)) return getProjectPath(file);
  return resolve(file.endsWith(".tacit") ? file : `${file}.tacit`);
}

const summary = ({ sequence, madeAtMs, reason, state, bytes, examples, answered }: Backup) => ({
  number: sequence,
  made: new Date(madeAtMs).toISOString(),
  reason,
  state,
  bytes,
  examples,
  answered,
});

async function make(file: string, json: boolean) {
  const path = getProjectPath(file);
  await withBackend(basename(path), async ({ backend }) => {
    const made = await backend.backups.makeFor(path);
    const { sequence: number, examples, answered } = made;
    const params = { number, file: basename(path), examples, answered };
    print(json, summary(made), [say("backups.cli.made", params)]);
  });
}

async function showList(file: string, json: boolean) {
  const path = anyPath(file);
  await withBackend(basename(path), async ({ backend }) => {
    const { backups, folder } = backend.backups.listFor({ path, name: basename(path) });
    print(json, { folder, backups: backups.map(summary) }, [
      ...(backups.length > 0 ? [] : [say("backups.cli.none", { file: basename(path) })]),
      ...backups.map((backup) => lineOf(backup)),
      say("backups.where", { folder }),
    ]);
  });
}

function lineOf({ sequence, madeAtMs, reason, state, examples, answered }: Backup): string {
  const holds =
    state !== "good"
      ? say(`backups.state.${state}`)
      : examples === null
        ? say("backups.holdsUnknown")
        : say("backups.holds", { examples, answered: answered ?? 0 });
  const when = new Date(madeAtMs).toISOString();
  return `${String(sequence).padStart(6)}  ${when}  ${holds}, ${say(`backups.reason.${reason}`)}`;
}

async function restore(file: string, wanted: number | undefined, json: boolean) {
  const path = anyPath(file);
  const name = basename(path);
  await withBackend(name, async ({ backend }) => {
    const { backups } = backend.backups.listFor({ path, name: basename(path) });
    let backup: Backup | null | undefined = backups.find(({ sequence, state, tooNew }) =>
      wanted === undefined ? state === "good" && !tooNew : sequence === wanted,
    );
    while (backup) {
      const answer = await backend.backups.restore({ path, name }, backup.backupId);
      if (answer.outcome === "restored") {
        const number = backup.sequence;
        const kept = Number(answer.keptBackupId?.split(".").at(-1) ?? 0) || null;
        const when = new Date(backup.madeAtMs).toISOString();
        print(json, { file: path, restored: number, kept }, [
          say("backups.cli.restored", { file: name, number, when }),
          ...(kept === null ? [] : [say("backups.cli.kept", { number: kept })]),
        ]);
        return;
      }
      remark(say("backups.cli.skipped", { number: backup.sequence }));
      // Who named one wants that one.
      backup = wanted === undefined ? answer.next : null;
    }
    throw new CommandFailure("cli.failure.noBackup", { file: name });
  });
}
