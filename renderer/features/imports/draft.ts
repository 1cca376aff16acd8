import { create } from "zustand";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { ColumnRole } from "../../../shared/features/imports/column-role.ts";
import type { Again, ReadAs } from "../../../shared/features/imports/contract.ts";
import type { Split } from "../../../shared/features/versions/split.ts";

/** Where the user stands before importing; going back and forth changes nothing else. */
export type DraftPage = "source" | "read" | "review";

/** What the user has set up for one file; survives a look at another step. */
export interface ImportDraft {
  page: DraftPage;
  file: FileGrant | null;
  /** Only what was changed by hand; the rest is guessed from the file. */
  readAs: Partial<ReadAs>;
  /** Whether the ways of reading are shown; null opens them where something is odd. */
  optionsOpen: boolean | null;
  roles: Record<string, ColumnRole>;
  split: Split | null;
  /** Null takes what the review suggests. */
  again: Again | null;
  /** The import under way, or finished and still being looked at. */
  running: { jobId: string; importId: string } | null;
  /** True after the user stopped an import, until something else is done. */
  cancelled: boolean;
}

const EMPTY: ImportDraft = {
  page: "source",
  file: null,
  readAs: {},
  optionsOpen: null,
  roles: {},
  split: null,
  again: null,
  running: null,
  cancelled: false,
};

const useStore = create<{ projectId: string; draft: ImportDraft }>(() => ({
  projectId: "",
  draft: EMPTY,
}));

/** The draft of this project; one that belongs to another project counts as empty. */
export const useImportDraft = (projectId: string): ImportDraft =>
  useStore((state) => (state.projectId === projectId ? state.draft : EMPTY));

export function changeDraft(projectId: string, change: Partial<ImportDraft>): void {
  useStore.setState((state) => ({
    projectId,
    draft: { ...(state.projectId === projectId ? state.draft : EMPTY), ...change },
  }));
}

/** Starts over with a file, read as said or as guessed; the former draft is returned, to go back to. */
export function startDraft(
  projectId: string,
  file: FileGrant | null,
  readAs: Partial<ReadAs> = {},
): ImportDraft {
  const { projectId: formerProject, draft } = useStore.getState();
  changeDraft(projectId, { ...EMPTY, file, readAs, page: file ? "read" : "source" });
  return formerProject === projectId ? draft : EMPTY;
}
