import { useCallback } from "react";

const KEPT_AS = "tacit.readingPlaces";
const MOST_PLACES = 300;
/** Some of what was read stays in sight, so that the eye finds its line. */
const PAGE_SHARE = 0.88;

/** How far down each text was scrolled, the latest last; for as long as the window is open. */
const places = new Map<string, number>(readPlaces());

function readPlaces(): [string, number][] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "[]");
    return Array.isArray(stored) ? (stored as [string, number][]) : [];
  } catch {
    return [];
  }
}

window.addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify([...places].slice(-MOST_PLACES)));
  } catch {
    // Then a text begins at its top after a reload.
  }
});

/** The part of the desk where the example is read: it keeps its place, and the scroll keys move it. */
export function useReadingPlace(exampleId: string) {
  const ref = useCallback(
    (node: HTMLElement | null) => {
      if (!node) return;
      node.scrollTop = places.get(exampleId) ?? 0;
      const note = () => {
        if (!node.isConnected) return;
        places.delete(exampleId);
        if (node.scrollTop > 0) places.set(exampleId, node.scrollTop);
      };
      node.addEventListener("scroll", note, { passive: true });
      return () => {
        node.removeEventListener("scroll", note);
        // The browser tells of scrolling a frame later; by then the next example may be here.
        note();
      };
    },
    [exampleId],
  );
  return { ref, "data-desk-text": "" };
}

/** Pages through the text on the desk; false when there is nothing to scroll. */
export function scrollText(direction: 1 | -1): boolean {
  // Where there are several, what stands below is what is compared; above it is only the question.
  const texts = [...document.querySelectorAll<HTMLElement>("[data-desk-text]")].toReversed();
  const text = texts.find((node) => node.scrollHeight > node.clientHeight + 1);
  text?.scrollBy({ top: direction * text.clientHeight * PAGE_SHARE });
  return text !== undefined;
}
