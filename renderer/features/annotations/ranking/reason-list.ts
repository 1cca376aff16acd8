const MOST_SHOWN = 24;

/** Both lists as one, each reason once, whatever its capitals. */
export function joinReasons(given: readonly string[], starters: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...given, ...starters]
    .filter((reason) => {
      const folded = reason.toLocaleLowerCase();
      return seen.has(folded) ? false : Boolean(seen.add(folded));
    })
    .slice(0, MOST_SHOWN);
}
