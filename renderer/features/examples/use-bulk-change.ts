import { useMutation, useQuery } from "@tanstack/react-query";
import type { Job } from "../../../shared/features/jobs/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { tellChanged } from "../../client/tell-changed.ts";
import { useJob } from "../../client/use-job.ts";

/** Changes to many examples; the large ones go on as a job, also when another screen is opened meanwhile. */
export function useBulkChange(onDone: () => void) {
  const active = useQuery(orpc.jobs.list.queryOptions({ input: { active: true } })).data;
  const running = active?.find(({ kind }) => kind === "bulkChange");
  const job: Job | null = useJob(running?.jobId);
  const change = useMutation(
    orpc.examples.change.mutationOptions({
      onSuccess: async ({ changed }) => {
        if (changed !== null) tellChanged(changed);
        onDone();
        await refreshProject();
      },
    }),
  );
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  return { change, job: running ? (job ?? running) : null, cancel };
}
