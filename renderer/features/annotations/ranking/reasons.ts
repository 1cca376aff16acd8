import { useQuery } from "@tanstack/react-query";
import { create } from "zustand";
import { orpc } from "../../../client/rpc.ts";
import { t } from "../../../client/text.ts";
import { useDesk } from "../queue/desk.ts";
import { joinReasons } from "./reason-list.ts";

const STARTERS = ["correct", "complete", "clear", "short", "kind", "safe"] as const;

/** Reasons chosen since the program started, latest first: also those of answers that are not saved yet. */
const useChosen = create<{ projectId: string; reasons: string[] }>(() => ({
  projectId: "",
  reasons: [],
}));

/** The same every time, or whoever follows it would be drawn anew without end. */
const NONE: string[] = [];

/** The reasons to choose from: those given lately, those in the project's answers, then a few to begin with. */
export function useReasons(): string[] {
  const projectId = useDesk((state) => state.assignment?.projectId ?? "");
  const chosen = useChosen((state) => (state.projectId === projectId ? state.reasons : NONE));
  const given = useQuery(orpc.annotations.listReasons.queryOptions()).data ?? [];
  const starters = STARTERS.map((starter) => t(`annotations.reason.${starter}`));
  return joinReasons([...chosen, ...given], starters);
}

/** Puts a reason in front of the others. */
export function noteReason(projectId: string, reason: string): void {
  useChosen.setState((before) => {
    const others = before.projectId === projectId ? before.reasons : [];
    return { projectId, reasons: [reason, ...others.filter((other) => other !== reason)] };
  });
}
