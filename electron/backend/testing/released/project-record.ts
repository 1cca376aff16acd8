import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { openTestBackend } from "../test-backend.ts";
import { digestProject, type ProjectDigest } from "./project-digest.ts";

type Opened = ReturnType<typeof openTestBackend>;

/** What was true of a released project file when it was made, and has to stay true of it for ever. */
export interface ProjectRecord {
  asLeft: ProjectDigest;
  /** Steps that can be taken back, and what is left then. */
  steps: number;
  allUndone: ProjectDigest;
  /** Steps from there to the end of the line, and what is there then. */
  redoable: number;
  allRedone: ProjectDigest;
  /** The data files of a hand-off of the first version: split and sha256. */
  handoff: [string, string][];
  /** Scores of both models when they answer the first version's test examples anew; null for votes. */
  scores: unknown;
}

async function handoffOf({ client, backend, folder }: Opened): Promise<[string, string][]> {
  const [version] = (await client.versions.list()).toSorted((a, b) => a.number - b.number);
  const { fileId: folderId } = backend.grants.add(folder, "folder");
  const handoff = await client.handoffs.create({
    versionId: version?.versionId ?? "",
    format: "jsonl",
    folderId,
  });
  return handoff.files
    .filter(({ rows }) => rows !== null)
    .map(({ name }) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(handoff.folder, name)))
        .digest("hex"),
    ]);
}

async function scoresOf({ client, backend }: Opened): Promise<unknown> {
  const trained = (await client.training.list()).find(({ state }) => state === "done");
  if (!trained) return null;
  const { jobId, comparisonId } = await client.comparisons.start({ trainingJobId: trained.jobId });
  await backend.session().jobs.settled(jobId);
  const { result } = await client.comparisons.get({ comparisonId });
  return result?.kind === "classify" ? [result.base, result.tuned, result.perLabel] : result?.test;
}

/** Takes down a project by using it: reads it, undoes and redoes every step, hands over, asks its models again. */
export async function recordProject(opened: Opened): Promise<ProjectRecord> {
  const { client } = opened;
  const asLeft = await digestProject(client);
  let steps = 0;
  while (await client.history.undo()) steps += 1;
  const allUndone = await digestProject(client);
  let redoable = 0;
  while (await client.history.redo()) redoable += 1;
  const allRedone = await digestProject(client);
  const handoff = await handoffOf(opened);
  const scores = await scoresOf(opened);
  return { asLeft, steps, allUndone, redoable, allRedone, handoff, scores };
}
