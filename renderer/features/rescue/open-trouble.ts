import { create } from "zustand";
import type { ErrorCode } from "../../../shared/errors/codes.ts";
import type { RescueTarget } from "../../../shared/features/rescue/contract.ts";
import { codeOf, fileNameOf } from "../../client/errors.ts";

/** A project that did not open, or that turned out to be damaged while it was open. */
export interface OpenTrouble {
  target: RescueTarget;
  /** The file, as the user knows it. */
  name: string;
  kind: "damaged" | "foreign" | "tooNew";
}

const KINDS: Partial<Record<ErrorCode, OpenTrouble["kind"]>> = {
  fileDamaged: "damaged",
  notATacitFile: "foreign",
  fileTooNew: "tooNew",
};

export const useOpenTrouble = create<{ trouble: OpenTrouble | null }>(() => ({ trouble: null }));

export const showTrouble = (trouble: OpenTrouble | null): void =>
  useOpenTrouble.setState({ trouble });

/** True for failures that the dialog tells about, so that nothing is said twice. */
export const isOpenTrouble = (error: unknown): boolean => KINDS[codeOf(error)] !== undefined;

/** Opens the dialog for failures that it can help with; false for all others. */
export function showOpenTrouble(error: unknown, target: RescueTarget): boolean {
  const kind = KINDS[codeOf(error)];
  if (!kind) return false;
  showTrouble({ target, name: fileNameOf(error), kind });
  return true;
}
