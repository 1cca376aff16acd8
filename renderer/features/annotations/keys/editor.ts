import { useEffect, useRef } from "react";
import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../../shared/features/examples/contract.ts";

/** What the desk hands to the editor of an answer that is composed in several acts. */
export interface EditorProps<Kind extends AnswerValue["kind"]> {
  example: Example;
  labels: Label[];
  /** What is on the desk now: the draft, else the answer in force, else null. */
  value: Extract<AnswerValue, { kind: Kind }> | null;
  onChange: (value: Extract<AnswerValue, { kind: Kind }>) => void;
  onSave: () => void;
}

type Take = (press: KeyboardEvent) => boolean;

const takers: Take[] = [];

/**
 * Gives the editor on the desk the first look at a key press; it returns true for those it took. Held keys
 * and keys with Ctrl come too: it is for the editor to leave them.
 */
export function useEditorKeys(take: (press: KeyboardEvent) => boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const asked: Take = (press) => latest.current(press);
    takers.push(asked);
    return () => void takers.splice(takers.indexOf(asked), 1);
  }, []);
}

/** Asks the editor on the desk, the latest one first; true when it took the key press. */
export const offerToEditor = (press: KeyboardEvent): boolean =>
  takers.toReversed().some((take) => take(press));
