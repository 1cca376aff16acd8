import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { follow, placeAt, scaleOf } from "./scaled-scroll.ts";

/** Drawn above and below what is seen, so that a turn of the wheel meets rows that are there. */
const OVERSCAN = 8;

/**
 * Which rows of a list of any length are in view, and where they are drawn; every row is as high as the next.
 * The first part of the result goes as `ref` on the element that scrolls.
 */
export function useScaledRows(count: number, rowHeight: number) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const scale = useMemo(() => scaleOf(count * rowHeight), [count, rowHeight]);
  const [viewport, setViewport] = useState(0);
  const [place, setPlace] = useState({ offset: 0, scrollTop: 0 });
  const latest = useRef(place);

  const moveTo = useCallback(
    (next: { offset: number; scrollTop: number }) => {
      latest.current = next;
      if (element && Math.abs(element.scrollTop - next.scrollTop) >= 1)
        element.scrollTo({ top: next.scrollTop });
      setPlace((old) =>
        old.offset === next.offset && old.scrollTop === next.scrollTop ? old : next,
      );
    },
    [element],
  );

  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => setViewport(element.clientHeight);
    const onScroll = () => {
      const { offset, scrollTop: before } = latest.current;
      const scroll = { before, after: element.scrollTop, offset };
      if (Math.abs(scroll.after - before) >= 1) moveTo(follow(scale, scroll, element.clientHeight));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scale, moveTo, element]);

  // A list that became shorter may end above where it was looked at.
  useLayoutEffect(() => {
    const { offset, scrollTop } = latest.current;
    moveTo(placeAt(scale, offset + scrollTop, viewport));
  }, [scale, viewport, moveTo]);

  const top = place.offset + place.scrollTop;
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(count - 1, Math.ceil((top + viewport) / rowHeight) + OVERSCAN);
  const rows = {
    height: scale.height,
    first,
    last,
    rowsInView: Math.max(1, Math.floor(viewport / rowHeight) - 1),
    /** Where a row is drawn within the element. */
    topOf: (row: number) => row * rowHeight - place.offset,
    /** Scrolls just so far that the row is seen whole. */
    show(row: number) {
      if (!element) return;
      const { offset, scrollTop } = latest.current;
      const from = offset + scrollTop;
      const start = row * rowHeight;
      const end = start + rowHeight - element.clientHeight;
      if (start < from) moveTo(placeAt(scale, start, element.clientHeight));
      else if (end > from) moveTo(placeAt(scale, end, element.clientHeight));
    },
  };
  return [setElement, rows] as const;
}
