import { AppError, type ErrorParams } from "#shared/errors/app-error.ts";
import { isFinished } from "#shared/features/jobs/contract.ts";
import type { TrainingRun } from "#shared/features/training/contract.ts";
import { errorText } from "#shared/messages/translate.ts";
import { CommandFailure } from "./command-failure.ts";
import { remark, showProgress } from "./output.ts";
import { type CliClient, failureOfJob } from "./session.ts";

/** Troubles that pass by themselves at no time: somebody has to act first. */
const NEEDS_SOMEBODY = new Set(["keyMissing", "keyRejected", "connectionMissing"]);

/**
 * Follows a training to its end, or until a service has accepted it. Fails as it failed, and also when the
 * service cannot be asked without somebody's help; the job there goes on all the same.
 */
export async function followTraining(
  client: CliClient,
  { jobId, isRemote }: { jobId: string; isRemote: boolean },
  until: "accepted" | "done",
): Promise<void> {
  let told = "";
  for await (const job of await client.jobs.watch({ jobId })) {
    showProgress(job);
    if (job.state === "done") return;
    if (job.state === "interrupted" && isRemote)
      throw new CommandFailure("cli.failure.stoppedWaiting", { jobId });
    if (isFinished(job.state)) throw failureOfJob(job);
    const { trouble, remoteJobId } = await client.training.get({ jobId });
    if (trouble && trouble.code !== told) told = tell(trouble);
    if (until === "accepted" && remoteJobId !== null) return;
  }
}

function tell({ code, params }: NonNullable<TrainingRun["trouble"]>): string {
  const known = code as AppError["code"];
  if (NEEDS_SOMEBODY.has(code)) throw new AppError(known, params satisfies ErrorParams);
  remark(errorText(known, params).what);
  return code;
}
