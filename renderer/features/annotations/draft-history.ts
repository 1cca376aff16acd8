import { useEffect, useRef } from "react";
import { isTyping } from "../../ui/is-typing.ts";

export interface DraftHistory<Value> {
  /** Puts a value on the desk; what was there before can be had back. */
  change: (next: Value) => void;
  /** Takes the latest change back; false when there is none left, so that undo means the project's. */
  undo: () => boolean;
}

/** Of letters typed one after the other only the first begins a step of its own. */
const SAME_STEP_MS = 800;

/**
 * Undo within the answer being composed: Ctrl/⌘ Z takes its changes back one by one, and goes on to the
 * project's steps once there is none left. `empty` stands for "nothing on the desk yet".
 */
export function useDraftHistory<Value>(
  value: Value,
  onChange: (value: Value) => void,
): DraftHistory<Value> & { type: (next: Value) => void } {
  const past = useRef<Value[]>([]);
  const future = useRef<Value[]>([]);
  const typedAtMs = useRef(-Infinity);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });

  function change(next: Value): void {
    past.current.push(latest.current.value);
    future.current = [];
    typedAtMs.current = -Infinity;
    latest.current.onChange(next);
  }
  function type(next: Value): void {
    const nowMs = performance.now();
    if (nowMs - typedAtMs.current > SAME_STEP_MS) past.current.push(latest.current.value);
    typedAtMs.current = nowMs;
    future.current = [];
    latest.current.onChange(next);
  }
  function travel(from: Value[], to: Value[]): boolean {
    const present = latest.current.value;
    // A change that the desk did not take left nothing to go back over.
    while (from.at(-1) === present) from.pop();
    const next = from.pop();
    if (next === undefined) return false;
    to.push(present);
    typedAtMs.current = -Infinity;
    latest.current.onChange(next);
    return true;
  }
  const undo = () => travel(past.current, future.current);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isUndoKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      if (!isUndoKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const [from, to] = event.shiftKey
        ? [future.current, past.current]
        : [past.current, future.current];
      if (!travel(from, to)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the project's own undo, which listens to the same keys.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
  return { change, type, undo };
}
