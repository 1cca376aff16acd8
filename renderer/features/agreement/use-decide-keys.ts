import { useEffect, useRef } from "react";
import { isTyping } from "../../ui/is-typing.ts";

export interface DecideActs {
  choose: (place: number) => void;
  other: () => void;
  confirm: () => void;
  comment: () => void;
  names: () => void;
  /** Makes the comment a rule, or not. */
  rule: () => void;
  step: (by: 1 | -1) => void;
}

const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest("button, a, summary, select") !== null;

/** True when the key press was for the screen. */
function take(event: KeyboardEvent, acts: DecideActs): boolean {
  const { key } = event;
  if (/^[1-9]$/.test(key)) acts.choose(Number(key) - 1);
  else if (key === "ArrowLeft" || key === "ArrowRight") acts.step(key === "ArrowLeft" ? -1 : 1);
  else if (key === "Enter" && !isControl(event.target)) acts.confirm();
  else if (key.toLowerCase() === "c") acts.comment();
  else if (key.toLowerCase() === "n") acts.names();
  else if (key.toLowerCase() === "m") acts.rule();
  else if (key.toLowerCase() === "o") acts.other();
  else return false;
  return true;
}

/** The keys of deciding; silent while the person types, except Ctrl+Enter which decides, and Escape which leaves. */
export function useDecideKeys(acts: DecideActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (document.querySelector('[role="dialog"]')) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isTyping(event.target)) {
        if (event.key === "Escape") (event.target as HTMLElement).blur();
        else if (event.key !== "Enter" || !isCommand) return;
        else latest.current.confirm();
        event.preventDefault();
        return;
      }
      if (isCommand || event.altKey) return;
      if (take(event, latest.current)) event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
