import { create } from "zustand";
import { t } from "../../client/text.ts";
import { useDesk } from "./desk.ts";
import { joinReasons } from "./reason-list.ts";
import { readKept, writeKept } from "./kept-settings.ts";

const MOST_KEPT = 40;
const STARTERS = ["correct", "complete", "clear", "short", "kind", "safe"] as const;

const keyOf = (projectId: string): string => `tacit.reasons.${projectId}`;

function read(projectId: string): string[] {
  try {
    const stored: unknown = JSON.parse(readKept(keyOf(projectId)) ?? "[]");
    return Array.isArray(stored) ? stored.filter((entry) => typeof entry === "string") : [];
  } catch {
    return [];
  }
}

/** The reasons given in each project, the latest first. */
const useGiven = create<Record<string, string[]>>(() => ({}));

/** The reasons to choose from: those given lately, those met in answers, then a few to begin with. */
export function useReasons(projectId: string): string[] {
  const given = useGiven((state) => state[projectId]) ?? read(projectId);
  const examples = useDesk((state) => state.items);
  const met = examples.flatMap(({ answer }) => (answer?.kind === "rank" ? answer.reasons : []));
  const starters = STARTERS.map((starter) => t(`annotations.reason.${starter}`));
  return joinReasons([...given, ...met], starters);
}

/** Puts a reason in front of those given in the project. */
export function noteReason(projectId: string, reason: string): void {
  const given = useGiven.getState()[projectId] ?? read(projectId);
  const next = [reason, ...given.filter((other) => other !== reason)].slice(0, MOST_KEPT);
  useGiven.setState({ [projectId]: next });
  writeKept(keyOf(projectId), JSON.stringify(next));
}
