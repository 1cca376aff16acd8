import type { ComponentPropsWithoutRef } from "react";

/** A named part of a screen that scrolls inside itself; it takes the focus, so that arrows and Page Down work. */
export function ScrollRegion(
  props: ComponentPropsWithoutRef<"section"> & { "aria-label": string },
) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard cannot scroll here
  return <section tabIndex={0} {...props} />;
}
