import { useEffect, useState } from "react";
import { ProgressBar } from "./progress.tsx";

/** Below this nobody needs to be told that something is going on. */
const SILENT_MS = 300;

/** Says what is being worked on, once it has taken long enough to be noticed. */
export function WorkingNote(props: { text: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <output className="flex flex-col gap-1.5">
      <span>{props.text}</span>
      <ProgressBar label={props.text} done={0} />
    </output>
  );
}
