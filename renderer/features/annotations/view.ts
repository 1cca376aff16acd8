import { create } from "zustand";

const GUIDELINE_KEY = "tacit.guidelineBeside";

function storedGuideline(): boolean | null {
  const stored = localStorage.getItem(GUIDELINE_KEY);
  return stored === null ? null : stored === "open";
}

interface DeskView {
  finderOpen: boolean;
  /** Null until the person chose: then it is open when there is something to read. */
  guidelineOpen: boolean | null;
  /** Said after a key that could not do anything here. */
  hint: "chooseFirst" | "writeFirst" | "readOnly" | null;
}

/** What is open around the example on the desk. */
export const useDeskView = create<DeskView>(() => ({
  finderOpen: false,
  guidelineOpen: storedGuideline(),
  hint: null,
}));

export const openFinder = (open: boolean): void => useDeskView.setState({ finderOpen: open });

export const sayHint = (hint: DeskView["hint"]): void => useDeskView.setState({ hint });

export function openGuideline(open: boolean): void {
  localStorage.setItem(GUIDELINE_KEY, open ? "open" : "closed");
  useDeskView.setState({ guidelineOpen: open });
}
