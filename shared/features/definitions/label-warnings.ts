/** Why a label's name may not be what it looks like. */
export type LabelWarning =
  /** Holds characters that nobody sees, or that turn the direction of writing around. */
  | { kind: "invisible"; name: string; characters: string[] }
  /** Mixes letters of scripts that look alike, such as a Cyrillic "а" in a Latin word. */
  | { kind: "mixedScripts"; name: string }
  /** Two names that look the same, or differ in capitals, blanks or accents' spelling alone. */
  | { kind: "lookAlike"; names: [string, string] };

/**
 * Controls, zero-width characters, marks and overrides of direction, fillers. Joiners are part of emoji and of
 * some scripts' spelling, and are invisible elsewhere; so are the selectors of emoji.
 */
const INVISIBLE = new RegExp(
  [
    "(?![\\u200C\\u200D\\uFE0E\\uFE0F\\u{E0020}-\\u{E007F}])[\\p{Cc}\\p{Default_Ignorable_Code_Point}]",
    "[\\u200C\\u200D](?![\\p{L}\\p{Extended_Pictographic}])",
    "(?<![\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])[\\u200C\\u200D]",
    "(?<=[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])[\\u200C\\u200D]",
  ].join("|"),
  "gu",
);

/** Cyrillic and Greek letters, and signs, that are drawn like Latin ones (after Unicode TS 39, confusables). */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аеіјоԛсѕхуԝһрԁ", "aeijoqcsxywhpd"],
    ["АВСЕНІЈКМОРЅТХУԌ", "ABCEHIJKMOPSTXYG"],
    ["ονυαρικτχγ", "ovuapiktxy"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["ıⅼⅰ‐‑–—−ǀ", "ili-----l"],
  ].flatMap(([from = "", to = ""]) =>
    Array.from(from, (character, index) => [character, to[index] ?? character] as const),
  ),
);
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const WORDS = /[\p{L}\p{M}]+/gu;

/** What names that look the same have in common, with and without capitals; never shown, never stored. */
export function looksOf(name: string): [drawn: string, folded: string] {
  const composed = name.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
  const latin = Array.from(composed, (character) => LOOKS_LIKE[character] ?? character).join("");
  // Capital I, small l and the digit 1, and O and 0, are told apart by few typefaces.
  const drawn = latin.replace(/[Il1|]/g, "l").replace(/[O0]/g, "o");
  return [drawn.toLowerCase(), latin.toLowerCase()];
}

/** Warnings about the names of a task's labels. They stay different labels: only their people decide otherwise. */
export function findLabelWarnings(names: readonly string[]): LabelWarning[] {
  const warnings: LabelWarning[] = [];
  const drawn = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const name of names) {
    const hidden = [...new Set(name.match(INVISIBLE) ?? [])].map(nameOf);
    if (hidden.length > 0) warnings.push({ kind: "invisible", name, characters: hidden });
    if (mixesScripts(name)) warnings.push({ kind: "mixedScripts", name });
    const [look, fold] = looksOf(name);
    const twin = drawn.get(look) ?? folded.get(fold);
    if (twin !== undefined && twin !== name)
      warnings.push({ kind: "lookAlike", names: [twin, name] });
    drawn.set(look, twin ?? name);
    folded.set(fold, twin ?? name);
  }
  return warnings;
}

const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function mixesScripts(name: string): boolean {
  return (name.match(WORDS) ?? []).some(
    (word) => SCRIPTS.filter((script) => script.test(word)).length > 1,
  );
}
