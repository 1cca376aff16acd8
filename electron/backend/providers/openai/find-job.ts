import { readPages } from "./pages.ts";
import { listJobs } from "./requests.ts";
import type { Service } from "./service.ts";
import { backoffMs, pause } from "./timing.ts";
import type { RemoteJob } from "./wire.ts";

/** A job that has only just been accepted may take a moment to be listed. */
const LOOKS = 3;

/**
 * Finds the job that a lost answer may have announced. Many services ignore or drop metadata, therefore a
 * job that trains on our own upload counts as well: no other job can name that file.
 * Null means that the whole list was read several times and holds no such job. Rejects when it cannot be read.
 */
export async function createdJob(
  service: Service,
  ours: { clientId: string; fileIds: readonly string[] },
  signal: AbortSignal,
): Promise<RemoteJob | null> {
  const isOurs = (job: RemoteJob) =>
    job.metadata?.["client_id"] === ours.clientId ||
    (typeof job.training_file === "string" && ours.fileIds.includes(job.training_file));
  const look = async (clientId: string | null) => {
    const jobs = await readPages<RemoteJob>(service, signal, listJobs(clientId), (page) =>
      page.some(isOurs),
    );
    return jobs.find(isOurs);
  };
  for (let count = 0; count < LOOKS; count++) {
    if (count > 0) await pause(backoffMs(count, service.timing), signal);
    // The narrowed list is quick; only the whole list proves that there is no such job.
    const found = (await look(ours.clientId).catch(() => undefined)) ?? (await look(null));
    if (found) return found;
  }
  return null;
}
