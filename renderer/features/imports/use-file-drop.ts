import { useEffect, useRef, useState } from "react";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

/**
 * Takes a file dropped anywhere in the window; true while one hovers above it. Without `onFile` a drop
 * does nothing – but is still caught, or the browser would leave the page to show the file.
 */
export function useFileDrop(onFile: ((file: File) => void) | null): boolean {
  const [hovering, setHovering] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const on = (type: "dragover" | "dragleave" | "drop", handle: (event: DragEvent) => void) =>
      window.addEventListener(type, handle, { signal });
    on("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current ? "copy" : "none";
      setHovering(latest.current !== null);
    });
    on("dragleave", (event) => {
      if (event.relatedTarget === null) setHovering(false);
    });
    on("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setHovering(false);
      const file = event.dataTransfer?.files[0];
      if (file) latest.current?.(file);
    });
    return () => abort.abort();
  }, []);
  return hovering;
}
