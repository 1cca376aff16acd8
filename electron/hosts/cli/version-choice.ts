import { AppError } from "#shared/errors/app-error.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { CliClient } from "./session.ts";

/** A version by number or id; the newest when none is named. */
export async function getVersion(client: CliClient, choice?: string): Promise<DatasetVersion> {
  const versions = await client.versions.list();
  if (choice === undefined) {
    const newest = versions.toSorted((a, b) => b.number - a.number)[0];
    if (!newest) throw new AppError("noVersion");
    return newest;
  }
  const number = Number(choice.replace(/^v/i, ""));
  const chosen = versions.find((each) => each.versionId === choice || each.number === number);
  if (!chosen) throw new AppError("notFound", { thing: "version" });
  return chosen;
}
