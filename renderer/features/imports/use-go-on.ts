import { useEffect, useRef } from "react";

/** Controls to which Enter means something of their own. */
const OWN_ENTER = "button, a, select, textarea, summary, input:not([type=radio], [type=checkbox])";

/**
 * Enter goes on, unless it belongs to the control that has the focus; with Ctrl or ⌘ it goes on from
 * there, too. Without `goOn` nothing happens.
 */
export function useGoOn(goOn: (() => void) | null): void {
  const latest = useRef(goOn);
  useEffect(() => {
    latest.current = goOn;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "Enter" || event.isComposing || event.repeat || event.defaultPrevented)
        return;
      if (document.querySelector('[role="dialog"]')) return;
      const forced = event.ctrlKey || event.metaKey;
      const target = event.target instanceof Element ? event.target : null;
      if (!forced && target?.closest(OWN_ENTER)) return;
      if (!latest.current) return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
