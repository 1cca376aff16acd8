import { create } from "zustand";
import type { Step } from "../../shared/features/history/contract.ts";
import { textOf } from "./errors.ts";
import { refreshProject } from "./query-client.ts";
import { rpc } from "./rpc.ts";
import { t } from "./text.ts";
import { showToast } from "./toasts.ts";

/** The step taken back or done again last, so that a screen can show what it concerned. */
export const useLatestTravel = create<{ step: Step | null }>(() => ({ step: null }));

async function run(direction: "undo" | "redo"): Promise<Step | null> {
  try {
    const step = await rpc.history[direction]();
    if (step) {
      const action = t(`history.action.${step.action}`);
      showToast({ tone: "info", topic: "travel", title: t(`common.${direction}Done`, { action }) });
      useLatestTravel.setState({ step: { ...step } });
      await refreshProject();
    }
    return step;
  } catch (error) {
    const text = textOf(error);
    showToast({ tone: "danger", title: text.what, text: text.next });
    return null;
  }
}

export const undo = (): Promise<Step | null> => run("undo");
export const redo = (): Promise<Step | null> => run("redo");
