import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./run.ts";

const LIST = readFileSync(join(ROOT, "docs", "faults.md"), "utf8");
/** A file in backticks, and the tests of it that are quoted behind it. */
const SHOWN = /`([\w./-]+\.ts)`((?:(?: ›|,) “[^”]+”)*)/g;

const shown = [...LIST.matchAll(SHOWN)].map(([, path = "", quotes = ""]) => ({
  path,
  names: [...quotes.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name),
}));

test("every fault of files, storage and crashes is in the list", () => {
  const numbers = [...LIST.matchAll(/^\|\s*(\d+)\s*\|/gm)].map(([, number]) => Number(number));
  expect(numbers.slice(0, 49)).toEqual(Array.from({ length: 49 }, (_, index) => index + 1));
});

test.each(shown)(
  "the tests that the list of faults names in $path are there",
  ({ path, names }) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
    const source = readFileSync(join(ROOT, path), "utf8");
    for (const name of names) expect(source).toContain(name);
  },
);
