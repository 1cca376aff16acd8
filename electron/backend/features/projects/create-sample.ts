import { rmSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ErrorCode } from "#shared/errors/codes.ts";
import type { ProjectInfo, SampleProject } from "#shared/features/projects/contract.ts";
import type { ProjectSession } from "../../session.ts";
import { SAMPLES } from "./samples.ts";

/** What a sample needs of the application. */
interface SampleHost {
  resourcesDir: string;
  createProject(input: { name: string; taskType: SampleProject["taskType"] }): Promise<ProjectInfo>;
  current(): ProjectSession | null;
  closeProject(): Promise<void>;
}

/** Makes and opens a sample project; its data goes the way of every import. */
export async function createSample(
  sampleId: SampleProject["sampleId"],
  host: SampleHost,
): Promise<ProjectInfo> {
  const sample = SAMPLES.find((each) => each.sampleId === sampleId);
  if (!sample) throw new AppError("notFound", { thing: sampleId });
  await host.createProject({ name: sample.name, taskType: sample.taskType });
  const session = host.current();
  if (!session) throw new AppError("noProjectOpen");
  try {
    const { description, licence, attribution } = sample;
    session.project.describe({ description, licence, attribution });
    session.definitions.saveSystemPrompt(sample.systemPrompt);
    session.definitions.saveGuideline(sample.guideline);
    for (const { fileName, ...options } of sample.files) {
      const path = join(host.resourcesDir, "samples", sampleId, fileName);
      const { jobId } = await session.imports.start({ path, name: fileName }, options);
      const job = await session.jobs.settled(jobId);
      const { code, params } = job.error ?? { code: "unexpected", params: {} };
      if (job.state !== "done") throw new AppError(code as ErrorCode, params);
    }
    session.history.forget();
    return session.project.info();
  } catch (error) {
    // Half a sample helps nobody.
    if (host.current() === session) await host.closeProject();
    rmSync(session.path, { force: true });
    throw error;
  }
}
