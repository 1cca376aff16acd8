import { useDeferredValue, useMemo } from "react";
import { diffWords } from "./word-diff.ts";

/** A text with what was taken out of it and what was added, word by word. */
export function ChangedText(props: {
  before: string;
  after: string;
  /** Which of them is shown where both are too long to be compared. */
  uncompared: "before" | "after";
}) {
  const after = useDeferredValue(props.after);
  const parts = useMemo(() => diffWords(props.before, after), [props.before, after]);
  if (parts === null) return props[props.uncompared];
  return parts.map((part, at) => {
    // Parts have no identity of their own; they are drawn anew as a whole.
    const key = `${at} ${part.kind}`;
    if (part.kind === "removed")
      return (
        <del key={key} className="rounded-sm bg-danger-soft text-danger">
          {part.text}
        </del>
      );
    if (part.kind === "added")
      return (
        <ins key={key} className="rounded-sm bg-success-soft text-success underline">
          {part.text}
        </ins>
      );
    return <span key={key}>{part.text}</span>;
  });
}
