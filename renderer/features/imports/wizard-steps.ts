/** The way of a file into the project, as it stands at the top of the screen. */
export const WIZARD_STEPS = ["source", "readAs", "columns", "review", "import", "result"] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** How far the file has come: what lies behind can be gone back to as long as nothing is being imported. */
export interface Standing {
  /** The steps that share the present screen. */
  now: readonly WizardStep[];
  /** Steps that a press leads to. */
  open: readonly WizardStep[];
}

export function standingOf(draft: {
  page: "source" | "read" | "review";
  hasFile: boolean;
  canReview: boolean;
  job: "none" | "running" | "ended";
}): Standing {
  if (draft.job === "running") return { now: ["import"], open: [] };
  if (draft.job === "ended") return { now: ["result"], open: ["source"] };
  const before: WizardStep[] = draft.hasFile ? ["source", "readAs", "columns"] : ["source"];
  const open: WizardStep[] = draft.hasFile && draft.canReview ? [...before, "review"] : before;
  if (draft.page === "source" || !draft.hasFile) return { now: ["source"], open };
  return { now: draft.page === "read" ? ["readAs", "columns"] : ["review"], open };
}
