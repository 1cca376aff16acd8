import type { Again, Review } from "./contract.ts";

/**
 * What to do with rows that are in the project already. An id means the same row wherever it stands; the
 * same text may stand in a file that has nothing to do with this one, so there most rows have to agree.
 */
export function suggestAgain(
  { fresh, known, changed, matchedBy }: Pick<Review, "fresh" | "known" | "changed" | "matchedBy">,
  isSameFile: boolean,
): Again {
  const recognised = known + changed;
  if (recognised === 0) return "add";
  if (isSameFile) return "skip";
  if (matchedBy === "text" && recognised < fresh) return "add";
  return changed > 0 ? "update" : "skip";
}
