import { useStore } from "zustand";
import { refreshProject } from "../../client/query-client.ts";
import { useReadOnly } from "../../client/read-only.ts";
import { rpc } from "../../client/rpc.ts";
import { LabelQueue, type QueueState } from "./queue.ts";

/** Counts elsewhere on the screen may lag this far behind, so that they never hold up an answer. */
const REFRESH_AFTER_MS = 400;
let refreshTimer: ReturnType<typeof setTimeout> | null = null;

function refreshSoon(): void {
  refreshTimer ??= setTimeout(() => {
    refreshTimer = null;
    void refreshProject();
  }, REFRESH_AFTER_MS);
}

/** The one desk of the program; it keeps its place while other screens are open. */
export const desk = new LabelQueue(rpc, refreshSoon);

// What could not be saved while the disk was away is saved once it is back.
useReadOnly.subscribe(({ reason }, before) => {
  const { chosen, failure } = desk.store.getState();
  if (before.reason === "diskFailed" && reason === null && chosen && failure)
    void desk.decide(chosen, performance.now());
});

export const useDesk = <T>(select: (state: QueueState) => T): T => useStore(desk.store, select);

export const useCurrentExample = () => useDesk((state) => state.items[state.index] ?? null);
