/** Browsers draw no element taller than some 17 million pixels; below this all of them agree. */
const TALLEST_PX = 8_000_000;
const PAGES_PER_HEIGHT = 100;

/** How a list of any length is mapped onto an element that browsers can draw; all in pixels. */
export interface ScrollScale {
  /** Of all rows, as if there were no limit. */
  total: number;
  /** Of the element. */
  height: number;
  /** Where the element is cut into pages, each of which shifts the rows a little further. */
  page: number;
  pages: number;
  /** How far the rows shift from one page to the next. */
  shift: number;
}

export function scaleOf(total: number, tallest = TALLEST_PX): ScrollScale {
  if (total <= tallest)
    return { total, height: total, page: Math.max(total, 1), pages: 1, shift: 0 };
  const page = tallest / PAGES_PER_HEIGHT;
  const pages = Math.floor(total / page);
  return { total, height: tallest, page, pages, shift: (total - tallest) / (pages - 1) };
}

/** Where the element must be scrolled to, and how far the rows are shifted, to show what lies at `top`. */
export function placeAt(scale: ScrollScale, top: number, viewport: number) {
  const wanted = Math.max(0, Math.min(top, scale.total - viewport));
  const page = Math.min(scale.pages - 1, Math.floor(wanted / scale.page));
  const offset = Math.round(page * scale.shift);
  return { offset, scrollTop: wanted - offset };
}

/**
 * After the element was scrolled from `before` to `after`: a turn of the wheel moves the rows by just as much,
 * a drag of the bar moves them to the same share of the whole.
 */
export function follow(
  scale: ScrollScale,
  scroll: { before: number; after: number; offset: number },
  viewport: number,
) {
  if (scale.pages === 1) return { offset: 0, scrollTop: scroll.after };
  if (Math.abs(scroll.after - scroll.before) < viewport)
    return placeAt(scale, scroll.after + scroll.offset, viewport);
  const share = scroll.after / Math.max(1, scale.height - viewport);
  const page = Math.min(
    scale.pages - 1,
    Math.floor((share * (scale.total - viewport)) / scale.page),
  );
  return { offset: Math.round(page * scale.shift), scrollTop: scroll.after };
}
