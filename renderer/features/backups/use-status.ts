import { useQuery } from "@tanstack/react-query";
import type { BackupStatus } from "../../../shared/features/backups/contract.ts";
import { orpc } from "../../client/rpc.ts";

/** Backups are made without anybody asking, so the screen looks now and then. */
const LOOK_EVERY_MS = 30_000;
const WHILE_RUNNING_MS = 300;

export function useBackupStatus(): BackupStatus | undefined {
  return useQuery({
    ...orpc.backups.status.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.running ? WHILE_RUNNING_MS : LOOK_EVERY_MS),
  }).data;
}
