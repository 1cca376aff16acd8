/** Longer passages are told by their beginning. */
const LONGEST = 80;

/** A passage as it is named in a sentence: on one line, its beginning when it is long. */
export function quoted(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, " "));
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join("")}…`
    : characters.join("");
}
