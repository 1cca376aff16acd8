/** What a service may add to a name when it says which snapshot answered. */
const SNAPSHOT = /^[-@:_](\d[\w.-]*|latest)$/i;

/**
 * Whether the model that answered can be the one that was asked: the same name, its dated snapshot, its
 * alias, or the same name with or without its publisher. A silent fallback to another model is none of these.
 */
export function isSameModel(requested: string, answered: string): boolean {
  const [shorter, longer] = [requested.toLowerCase(), answered.toLowerCase()].toSorted(
    (a, b) => a.length - b.length,
  ) as [string, string];
  if (shorter === longer) return true;
  if (longer.startsWith(shorter) && SNAPSHOT.test(longer.slice(shorter.length))) {
    // "ft:base:org::id" asked, "ft:base" answered is no snapshot of it.
    return !requested.startsWith("ft:");
  }
  return longer.endsWith(`/${shorter}`);
}
