import { AppError } from "#shared/errors/app-error.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import { CommandFailure } from "./command-failure.ts";
import type { CliClient } from "./session.ts";

/** A version by number or id; the newest when none is named. */
export async function getVersion(client: CliClient, choice?: string): Promise<DatasetVersion> {
  const versions = (await client.versions.list()).toSorted((a, b) => b.number - a.number);
  const [newest] = versions;
  if (!newest) throw new AppError("noVersion");
  if (choice === undefined) return newest;
  const number = /^v?(\d+)$/i.exec(choice)?.[1];
  const chosen = versions.find(
    (each) => each.versionId === choice || String(each.number) === number,
  );
  if (!chosen)
    throw new CommandFailure("cli.failure.noSuchVersion", { choice, newest: newest.number });
  return chosen;
}
