import { useEffect } from "react";
import { isReadOnly } from "../client/read-only.ts";
import { redo, undo } from "../client/undo.ts";
import { isTyping } from "../ui/is-typing.ts";

/** Ctrl/⌘ Z and Shift Z, except inside a text box, which has its own undo. */
export function useUndoKeys(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isUndoKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      if (!isUndoKey || isTyping(event.target) || isReadOnly()) return;
      event.preventDefault();
      void (event.shiftKey ? redo() : undo());
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
