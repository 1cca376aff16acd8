import type { VerifyReport } from "#shared/features/projects/contract.ts";
import { checkIntegrity } from "../../db/integrity.ts";
import type { Db } from "../../db/open.ts";
import { hashInput } from "../examples/input-hash.ts";
import type { projectQueries } from "./queries.ts";

type Problem = VerifyReport["problems"][number];
type Queries = ReturnType<typeof projectQueries>;

/** Looks through the whole file. What cannot even be read is a finding too, and the rest is still looked at. */
export function verifyProject(
  db: Db,
  queries: Queries,
  verifyVersions: () => string[],
): VerifyReport {
  const counted = (problem: Problem["problem"], count: number): Problem[] =>
    count === 0 ? [] : [{ problem, detail: String(count) }];
  const looks: (() => Problem[])[] = [
    () => checkIntegrity(db),
    () => counted("countsDiffer", queries.countInconsistentAnswers()),
    () => counted("answerUnreadable", queries.countUnreadableAnswers()),
    () => counted("textDiffers", countChangedTexts(queries)),
    () => verifyVersions().map((detail) => ({ problem: "versionHashDiffers", detail })),
  ];
  const problems = looks.flatMap(lookOrReport);
  const checked = readOr({ examples: 0, annotations: 0, versions: 0 }, queries.counts);
  return { ok: problems.length === 0, problems, checked };
}

function countChangedTexts(queries: Queries): number {
  let changed = 0;
  for (const { input, hash } of queries.eachInput()) if (hashInput(input) !== hash) changed += 1;
  return changed;
}

function lookOrReport(look: () => Problem[]): Problem[] {
  try {
    return look();
  } catch (error) {
    return [{ problem: "databaseDamaged", detail: (error as Error).message }];
  }
}

function readOr<Result>(fallback: Result, read: () => Result): Result {
  try {
    return read();
  } catch {
    return fallback;
  }
}
