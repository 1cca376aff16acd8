import { create } from "zustand";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { ColumnRole } from "../../../shared/features/imports/column-role.ts";
import type { ReadAs } from "../../../shared/features/imports/contract.ts";
import type { Split } from "../../../shared/features/versions/split.ts";

/** What the user has set up for one file; survives a look at another step. */
export interface ImportDraft {
  file: FileGrant | null;
  /** Only what was changed by hand; the rest is guessed from the file. */
  readAs: Partial<ReadAs>;
  roles: Record<string, ColumnRole>;
  split: Split | null;
  again: "skip" | "add";
  /** The import under way, or finished and still being looked at. */
  running: { jobId: string; importId: string } | null;
  /** True after the user stopped an import, until something else is done. */
  cancelled: boolean;
}

const EMPTY: ImportDraft = {
  file: null,
  readAs: {},
  roles: {},
  split: null,
  again: "skip",
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

/** Starts over with a file, or with none. */
export const startDraft = (projectId: string, file: FileGrant | null): void =>
  changeDraft(projectId, { ...EMPTY, file });
