import { useEffect, useRef, useState } from "react";

/**
 * A text being edited over its saved state. Unchanged, it follows the saved text (undo, other screens);
 * changed, it is kept until `commit` has saved it. What is still unsaved when the editor goes is saved then.
 */
export function useTextDraft(saved: string, save: (text: string) => Promise<unknown>) {
  const [draft, setDraft] = useState<string | null>(null);
  const isDirty = draft !== null && draft !== saved;

  async function commit(): Promise<void> {
    if (draft === null) return;
    if (isDirty) await save(draft);
    setDraft((current) => (current === draft ? null : current));
  }

  const atTheEnd = useRef<() => void>(() => {});
  useEffect(() => {
    atTheEnd.current = () => {
      // The save shows its own failure; here nobody is left to show it to.
      if (isDirty) save(draft).catch(() => {});
    };
  });
  useEffect(() => () => atTheEnd.current(), []);

  return {
    text: draft ?? saved,
    isDirty,
    change: (text: string) => setDraft(text),
    commit,
    discard: () => setDraft(null),
  };
}
