import { useEffect, useState } from "react";
import { isFinished, type Job } from "../../shared/features/jobs/contract.ts";
import { useConnection } from "./connection.ts";
import { refreshProject } from "./query-client.ts";
import { rpc } from "./rpc.ts";

/** Follows a job to its end; every screen is refreshed when it finishes. */
export function useJob(jobId: string | null | undefined): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  const epoch = useConnection((state) => state.epoch);
  useEffect(() => {
    // Named, so that a lost connection begins the following anew.
    if (!jobId || epoch < 0) return;
    const abort = new AbortController();
    async function follow(id: string) {
      for await (const next of await rpc.jobs.watch({ jobId: id }, { signal: abort.signal })) {
        setJob(next);
        if (isFinished(next.state)) await refreshProject();
      }
    }
    follow(jobId).catch((error: unknown) => {
      if (!abort.signal.aborted) console.warn(error);
    });
    return () => abort.abort();
  }, [jobId, epoch]);
  return job?.jobId === jobId ? job : null;
}
