import { useEffect, useRef, useState } from "react";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

/**
 * Takes files and folders dropped anywhere in the window; true while one hovers above it. Without `onDrop` a drop
 * does nothing – but is still caught, or the browser would leave the page to show the file.
 */
export function useFileDrop(onDrop: ((transfer: DataTransfer) => void) | null): boolean {
  const [hovering, setHovering] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
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
      if (event.dataTransfer) latest.current?.(event.dataTransfer);
    });
    return () => abort.abort();
  }, []);
  return hovering;
}
