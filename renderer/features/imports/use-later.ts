import { useEffect, useState } from "react";

/** Waits shorter than this are not worth a word. */
const PATIENCE_MS = 300;

/** True once something has gone on for long enough to be shown. */
export function useLater(goingOn: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!goingOn) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [goingOn]);
  return goingOn && late;
}
