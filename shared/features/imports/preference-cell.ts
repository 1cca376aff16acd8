import { wordsOf } from "./words-of.ts";

/** What a preference names: the place of a response, or that there is none; undefined for what nobody can tell. */
export type Preference = number | "tie" | "bothBad" | null | undefined;

const TIE = new Set(
  "tie,tied,equal,same,draw,both,both good,either,no preference,tie both good".split(","),
);
const BOTH_BAD = new Set("both bad,bothbad,neither,none,tie bothbad,tie both bad".split(","));
const FIRST_NAMES = ["left", "first", "one"];
const SECOND_NAMES = ["right", "second", "two"];
const NAMED =
  /^(?:(?:response|answer|option|model|output|completion|assistant|candidate) )?([a-z]|\d{1,2})$/;

/** The responses that a preference can name, in the order in which the file has them. */
export interface Nameable {
  column: string;
  text: string;
}

/**
 * Which response a cell prefers: "A", "2", "tie", "both bad", the name of a column or the response itself.
 * `countsFrom` is the number of the first response. Null for an empty cell.
 */
export function readPreference(
  cell: string,
  responses: readonly Nameable[],
  countsFrom: 0 | 1,
): Preference {
  const said = wordsOf(cell);
  if (said === "") return null;
  if (TIE.has(said)) return "tie";
  if (BOTH_BAD.has(said)) return "bothBad";
  const byText = responses.findIndex(({ text }) => text.trim() === cell.trim());
  if (byText !== -1) return byText;
  const byName = responses.findIndex(({ column }) => wordsOf(column) === said);
  if (byName !== -1) return byName;
  if (FIRST_NAMES.includes(said)) return 0;
  if (SECOND_NAMES.includes(said)) return 1;
  const [, name] = NAMED.exec(said) ?? [];
  if (name === undefined) return undefined;
  const index = /\d/.test(name) ? Number(name) - countsFrom : name.charCodeAt(0) - 97;
  return index >= 0 && index < responses.length ? index : undefined;
}

/** 0 where a column of preferences counts from 0, as "0" shows; else 1. */
export const countsFrom = (values: readonly string[]): 0 | 1 =>
  values.some((value) => value.trim() === "0") ? 0 : 1;
