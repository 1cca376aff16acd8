import { expect, test } from "vitest";
import { BACKUP_TIMING, backsUpAtClosing } from "./timing.ts";

test.each([
  ["nothing changed", { changed: false, bytes: 1e6, lastCopy: null }, false],
  ["a small project", { changed: true, bytes: 1e6, lastCopy: null }, true],
  ["100 MB on a disk not yet known", { changed: true, bytes: 100e6, lastCopy: null }, true],
  ["500 MB on a disk not yet known", { changed: true, bytes: 500e6, lastCopy: null }, false],
  [
    "500 MB on a fast disk",
    { changed: true, bytes: 500e6, lastCopy: { bytes: 500e6, tookMs: 1500 } },
    true,
  ],
  [
    "20 MB on a very slow stick",
    { changed: true, bytes: 20e6, lastCopy: { bytes: 10e6, tookMs: 5000 } },
    false,
  ],
])("closing: %s", (_what, facts, expected) => {
  expect(backsUpAtClosing(facts, BACKUP_TIMING)).toBe(expected);
});
