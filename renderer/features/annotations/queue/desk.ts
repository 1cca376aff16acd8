import { useStore } from "zustand";
import { refreshProject } from "../../../client/query-client.ts";
import { useReadOnly } from "../../../client/read-only.ts";
import { rpc } from "../../../client/rpc.ts";
import { LabelQueue, type QueueState } from "./queue.ts";

/** Counts elsewhere on the screen wait for a pause, so that they never hold up the next answer … */
const PAUSE_MS = 400;
/** … but not longer than this, however quickly answers follow each other. */
const LATEST_REFRESH_MS = 5000;
let refreshTimer: ReturnType<typeof setTimeout> | undefined;
let waitingSinceMs: number | null = null;

function refreshSoon(): void {
  const nowMs = performance.now();
  waitingSinceMs ??= nowMs;
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(
    () => {
      waitingSinceMs = null;
      void refreshProject();
    },
    Math.max(0, Math.min(PAUSE_MS, waitingSinceMs + LATEST_REFRESH_MS - nowMs)),
  );
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
