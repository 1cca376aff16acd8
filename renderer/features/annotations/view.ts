import { create } from "zustand";
import type { ChatProblem } from "../../../shared/features/annotations/chat/chat-problem.ts";
import type { AnswerProblem } from "../../../shared/features/annotations/validate-answer.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";

const GUIDELINE_KEY = "tacit.guidelineBeside";

function storedGuideline(): boolean | null {
  const stored = localStorage.getItem(GUIDELINE_KEY);
  return stored === null ? null : stored === "open";
}

/** Why a key did nothing here, and what to do first. */
export type DeskHint =
  | `first.${TaskType}`
  | `problem.${AnswerProblem}`
  | "answerFirst"
  | `chat.${ChatProblem["what"]}`
  | "noneAgain"
  | "readOnly";

interface DeskView {
  finderOpen: boolean;
  /** Who asked for a label; null when the desk did. */
  finderPick: ((labelId: string) => void) | null;
  /** Null until the person chose: then it is open when there is something to read. */
  guidelineOpen: boolean | null;
  /** Said after a key that could not do anything here. */
  hint: DeskHint | null;
  /** What sets one response apart from another is marked. */
  differencesShown: boolean;
}

/** What is open around the example on the desk. */
export const useDeskView = create<DeskView>(() => ({
  finderOpen: false,
  finderPick: null,
  guidelineOpen: storedGuideline(),
  hint: null,
  differencesShown: false,
}));

/** Opens the search for a label; `pick` gets the one found instead of the desk. */
export const openFinder = (open: boolean, pick: DeskView["finderPick"] = null): void =>
  useDeskView.setState({ finderOpen: open, finderPick: open ? pick : null });

export const showDifferences = (shown: boolean): void =>
  useDeskView.setState({ differencesShown: shown });

export const sayHint = (hint: DeskView["hint"]): void => useDeskView.setState({ hint });

export function openGuideline(open: boolean): void {
  localStorage.setItem(GUIDELINE_KEY, open ? "open" : "closed");
  useDeskView.setState({ guidelineOpen: open });
}
