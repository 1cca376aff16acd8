import { useEffect, useRef, useState } from "react";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

/**
 * Takes files dropped anywhere in the window; true while some hover above it. Without `onFiles` a drop
 * does nothing – but is still caught, or the browser would leave the page to show the file.
 */
export function useFileDrop(onFiles: ((files: File[]) => void) | null): boolean {
  const [hovering, setHovering] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current?.(files);
    });
    return () => abort.abort();
  }, []);
  return hovering;
}
