import type { PageFile } from "./page-file.ts";
import type { TableRescue } from "./table-rescue.ts";
import { kindOf } from "./tree-page.ts";

/**
 * Pages with rows that no tree leads to any more go to the one damaged table whose rules all their rows
 * keep; where two would do, to none, because a row in the wrong table is worse than a row less.
 */
export function adoptOrphans(
  file: PageFile,
  rescues: readonly TableRescue[],
  seen: Set<number>,
  progress: () => void,
): void {
  const damaged = rescues.filter((rescue) => rescue.isDamaged());
  if (damaged.length === 0) return;
  const free = file.freePages();
  for (let number = 2; number <= file.pageCount; number += 1) {
    if (number % 64 === 0) progress();
    if (seen.has(number) || free.has(number)) continue;
    const page = file.page(number);
    const kind = page && kindOf(page, number);
    if (!kind || kind === "tableInterior") continue;
    const owners = damaged.filter(
      (rescue) =>
        rescue.table.hasRowIds === (kind === "tableLeaf") && isHome(rescue.tryPage(number)),
    );
    const [owner, second] = owners;
    if (owner && !second) owner.adoptPage(number);
  }
}

/** Every row fits, and at least one is news: an old copy of a page brings nothing. */
const isHome = (outcomes: readonly string[]): boolean =>
  outcomes.includes("saved") && !outcomes.includes("refused");
