import { useEffect, useRef, useState } from "react";
import type { RescueNews, RescueTarget } from "../../../shared/features/rescue/contract.ts";
import { rpc } from "../../client/rpc.ts";

export type RescueState =
  | { state: "idle" }
  | { state: "failed"; error: unknown }
  | Exclude<RescueNews, never>;

/** Runs one rescue and follows it; leaving the screen cancels it. */
export function useRescue(target: RescueTarget) {
  const [progress, setProgress] = useState<RescueState>({ state: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function follow(signal: AbortSignal) {
    setProgress({ state: "working", done: 0, total: 0 });
    try {
      for await (const news of await rpc.rescue.run(target, { signal })) setProgress(news);
    } catch (error) {
      setProgress(signal.aborted ? { state: "idle" } : { state: "failed", error });
    }
  }
  return {
    progress,
    start() {
      abort.current = new AbortController();
      void follow(abort.current.signal);
    },
    cancel: () => abort.current?.abort(),
  };
}
