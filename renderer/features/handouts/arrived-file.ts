import { create } from "zustand";
import type { FileGrant } from "../../../shared/contract/primitives.ts";

/** A file from a colleague that was opened from outside, and waits to be looked at. */
export const useArrivedFile = create<{ file: FileGrant | null }>(() => ({ file: null }));

const ENDINGS = [".tacit-slice", ".tacit-return"];

/** Whether a file is work of a colleague's rather than a project. */
export const isFromColleague = (name: string): boolean =>
  ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
