import { useEffect, useRef } from "react";
import { isTyping } from "../../ui/index.ts";
import type { Clipboard } from "./pasted-file.ts";

/** Hears of a paste anywhere on the screen but in a text field: copied files, or text. */
export function usePaste(
  on: { files: (transfer: DataTransfer) => void; text: (clipboard: Clipboard) => void } | null,
): void {
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const data = event.clipboardData;
      if (!data || !latest.current || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      const text = data.getData("text/plain");
      // A spreadsheet adds a picture of the cells; the cells themselves are meant.
      if (text === "" && data.files.length > 0) latest.current.files(data);
      else latest.current.text({ text, html: data.getData("text/html") });
    }
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, []);
}
