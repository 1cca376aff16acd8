import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/rpc.ts";

/** How often a run that is under way is asked for what is new, milliseconds. */
const ASK_EVERY_MS = 2000;

/** A training with its events and metrics, kept up to date while it runs. */
export const useRun = (jobId: string, isRunning: boolean) =>
  useQuery(
    orpc.training.get.queryOptions({
      input: { jobId },
      refetchInterval: isRunning ? ASK_EVERY_MS : false,
    }),
  ).data;
