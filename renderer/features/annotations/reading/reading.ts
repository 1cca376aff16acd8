import type { CSSProperties } from "react";
import { z } from "zod";
import { create } from "zustand";
import { readKept, writeKept } from "../kept-settings.ts";

export const SPACINGS = ["usual", "more", "most"] as const;
export const WIDTHS = ["narrow", "usual", "wide", "full"] as const;
export const SMALLEST_PERCENT = 80;
export const LARGEST_PERCENT = 200;

const Spacing = z.enum(SPACINGS).catch("usual");
const Reading = z.object({
  sizePercent: z.number().int().min(SMALLEST_PERCENT).max(LARGEST_PERCENT).catch(100),
  width: z.enum(WIDTHS).catch("usual"),
  lines: Spacing,
  letters: Spacing,
  words: Spacing,
});
/** How texts are set on the desk. */
export type Reading = z.infer<typeof Reading>;

export const USUAL_READING: Reading = {
  sizePercent: 100,
  width: "usual",
  lines: "usual",
  letters: "usual",
  words: "usual",
};

/**
 * The widest spacings go beyond what WCAG 2.2 (1.4.12) asks every text to bear: 1.5 for lines, 0.12 em for
 * letters, 0.16 em for words.
 */
const LINES = { usual: "1.625", more: "1.9", most: "2.25" };
const LETTERS = { usual: "normal", more: "0.05em", most: "0.12em" };
const WORDS = { usual: "normal", more: "0.12em", most: "0.3em" };
const WIDTH = { narrow: "48ch", usual: "70ch", wide: "100ch", full: "none" };

/** What was kept, every part that makes no sense at its usual. */
export function parseReading(stored: string | null): Reading {
  try {
    return Reading.parse(JSON.parse(stored ?? "{}"));
  } catch {
    return USUAL_READING;
  }
}

/** The settings as variables that `READING_TEXT` reads. */
export const readingStyle = (reading: Reading): CSSProperties =>
  ({
    "--reading-zoom": String(reading.sizePercent / 100),
    "--reading-width": WIDTH[reading.width],
    "--reading-lines": LINES[reading.lines],
    "--reading-letters": LETTERS[reading.letters],
    "--reading-words": WORDS[reading.words],
  }) as CSSProperties;

/** The classes of a text that is read on the desk; `--reading-size` beside them is its size at 100 %. */
export const READING_TEXT =
  "text-[length:calc(var(--reading-size,1.125rem)*var(--reading-zoom,1))] leading-(--reading-lines,1.625) tracking-(--reading-letters,normal) [word-spacing:var(--reading-words,normal)]";

const KEPT_AS = "tacit.reading";

/** This person's way of reading. */
export const useReading = create<Reading>(() => parseReading(readKept(KEPT_AS)));

export function changeReading(change: Partial<Reading>): void {
  useReading.setState(change);
  writeKept(KEPT_AS, JSON.stringify(useReading.getState()));
}
