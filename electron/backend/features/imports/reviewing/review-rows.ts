import type { RejectedRow, RejectReason, Review } from "#shared/features/imports/contract.ts";
import { draftNames } from "#shared/features/imports/draft-answer.ts";
import { createDrafter } from "#shared/features/imports/draft-example.ts";
import type { DraftExample } from "#shared/features/imports/draft-row.ts";
import { isFormulaLike } from "#shared/features/imports/formula-cell.ts";
import type { Db } from "../../../db/open.ts";
import { hashInput } from "../../examples/input-hash.ts";
import { matchingQueries } from "../matching/queries.ts";
import { createRowMatcher } from "../matching/row-matcher.ts";
import { isRejected, refuse } from "../readers/raw-row.ts";
import type { ReadTask } from "../read-rows.worker.ts";
import { createRowSource } from "../row-source.ts";
import { createHashSet } from "./hash-set.ts";

const MOST_REJECTS = 200;
const MOST_LABELS = 200;
/** Names kept while counting: a column of a million different texts is no column of labels. */
const MOST_NAMES = 20_000;

/** What counting every row of a file gives; which import it resembles is for the caller to look up. */
export type Counted = Omit<Review, "earlierImport" | "suggested"> & {
  /** The import that most of the recognised rows came with. */
  knownFrom: string | null;
};

/** Reads every row as an import would and counts what would become of it. */
export async function reviewRows(
  db: Db,
  task: ReadTask,
  side: { isStopped(): boolean; report(bytesRead: number): Promise<void> },
): Promise<Counted | null> {
  const queries = matchingQueries(db);
  const matcher = createRowMatcher(db, task.plan);
  const draft = createDrafter(task.plan);
  const labels = createLabelCount(queries.labelIds());
  const texts = createHashSet();
  const fates = { fresh: 0, known: 0, changed: 0 };
  const reasons = new Map<RejectReason, number>();
  const rejects: RejectedRow[] = [];
  const byImport = new Map<number, number>();
  let duplicateRows = 0;
  let formulaCells = 0;
  let rowNumber = 0;

  function reject(row: RejectedRow) {
    reasons.set(row.reason, (reasons.get(row.reason) ?? 0) + 1);
    if (rejects.length < MOST_REJECTS) rejects.push(row);
  }
  function accept(example: DraftExample) {
    if (!texts.add(hashOf(example))) duplicateRows += 1;
    labels.add(example);
    const match = matcher?.match(example) ?? { fate: "fresh" as const };
    fates[match.fate] += 1;
    if (match.fate !== "fresh")
      byImport.set(match.importKey, (byImport.get(match.importKey) ?? 0) + 1);
  }

  for await (const { rows, at } of createRowSource(task.path, task.readAs, task.plan.columns)) {
    for (const row of rows) {
      if (isRejected(row)) {
        reject(row);
        continue;
      }
      rowNumber += 1;
      for (const cell of row.cells) if (isFormulaLike(cell)) formulaCells += 1;
      for (const [, cell] of row.others ?? []) if (isFormulaLike(cell)) formulaCells += 1;
      const made = draft(row.cells, row.others ?? [], rowNumber);
      if ("reason" in made)
        reject(refuse(row.lineNumber, made.reason, row.cells.join(" | "), made.detail));
      else accept(made);
    }
    matcher?.release();
    if (side.isStopped()) return null;
    await side.report(at);
  }
  const rejected = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const mostKnown = mostFrequent(byImport)[0]?.[0];
  return {
    ...fates,
    rowsRead: fates.fresh + fates.known + fates.changed + rejected,
    rejected,
    matchedBy: matcher?.brings.byId ? "id" : "text",
    rejectsByReason: mostFrequent(reasons).map(([reason, count]) => ({ reason, rows: count })),
    rejects,
    newLabels: labels.list(),
    duplicateRows,
    formulaCells,
    knownFrom: mostKnown === undefined ? null : queries.importId(mostKnown),
  };
}

/** Rows that ask the same, responses to choose from included. */
const hashOf = ({ input, payload }: DraftExample) =>
  hashInput(payload === null ? input : `${payload}\u0000${input}`);

const mostFrequent = <Key>(counts: Map<Key, number>) =>
  [...counts].toSorted(([, a], [, b]) => b - a);

function createLabelCount(known: ReadonlyMap<string, string>) {
  const counts = new Map<string, number>();
  const count = (name: string) => {
    if (known.has(name)) return;
    const before = counts.get(name);
    if (before !== undefined || counts.size < MOST_NAMES) counts.set(name, (before ?? 0) + 1);
  };
  return {
    add({ answer }: DraftExample) {
      for (const name of new Set(draftNames(answer))) count(name);
    },
    list: () =>
      mostFrequent(counts)
        .slice(0, MOST_LABELS)
        .map(([name, rows]) => ({ name, rows })),
  };
}
