import { useEffect, useState } from "react";
import { isTyping } from "../../../ui/is-typing.ts";
import { DraftSteps } from "./draft-steps.ts";

/**
 * Undo within the answer being composed: Ctrl/⌘ Z takes its changes back one by one, and goes on to the
 * project's steps once there is none left.
 */
export function useDraftHistory<Value>(
  value: Value,
  onChange: (value: Value) => void,
): DraftSteps<Value> {
  const [steps] = useState(() => new DraftSteps(value));
  useEffect(() => {
    steps.follow(value, onChange);
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isUndoKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      if (!isUndoKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      if (!(event.shiftKey ? steps.redo() : steps.undo())) return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the project's own undo, which listens to the same keys.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [steps]);
  return steps;
}
