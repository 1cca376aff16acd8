import { create } from "zustand";
import type { ReadOnlyReason } from "../../shared/features/projects/contract.ts";

/** Why the open project can only be looked at; null while everything may be changed. */
export const useReadOnly = create<{ reason: ReadOnlyReason | null }>(() => ({ reason: null }));

/** True while screens must not offer what would be refused. */
export const isReadOnly = (): boolean => useReadOnly.getState().reason !== null;
