import { looksOf } from "../../../shared/features/definitions/label-warnings.ts";

/** A label that a file would make, and the one it is probably meant to be. */
export interface LookAlike {
  name: string;
  like: string;
  /** Whether the other one is in the project already, or comes with the same file. */
  isHere: boolean;
}

/** Shorter names differ in one letter and mean another thing: "hat", "hot". */
const LEAST_LETTERS = 5;

/** Without case, accents, punctuation and blanks. */
const foldName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** True when the names differ only in writing, or in one letter; numbers must be the same. */
export function looksAlike(a: string, b: string): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  if (one === other) return one !== "";
  if (looksOf(a).some((look, index) => look === looksOf(b)[index])) return true;
  if (Math.min(one.length, other.length) < LEAST_LETTERS) return false;
  return one.replace(/\P{N}/gu, "") === other.replace(/\P{N}/gu, "") && isOneEditAway(one, other);
}

/** One letter put in, left out, exchanged, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const swapped = `${restA[1] ?? ""}${restA[0] ?? ""}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    swapped === restB
  );
}

/** The new labels that look like another one; the rarer of two new ones is the doubtful one. */
export function findLookAlikes(
  fresh: readonly { name: string; rows: number }[],
  existing: readonly string[],
): LookAlike[] {
  return fresh.flatMap(({ name, rows }, index): LookAlike[] => {
    const alike = existing.filter((label) => label !== name && looksAlike(label, name));
    const here = alike.find((label) => isOneEditAway(label, name)) ?? alike[0];
    if (here !== undefined) return [{ name, like: here, isHere: true }];
    const twin = fresh.find(
      (other, at) =>
        at !== index &&
        (other.rows > rows || (other.rows === rows && at < index)) &&
        looksAlike(other.name, name),
    );
    return twin ? [{ name, like: twin.name, isHere: false }] : [];
  });
}
