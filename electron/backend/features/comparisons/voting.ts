import { AppError } from "#shared/errors/app-error.ts";
import type { Comparison, Duel, VoteChoice } from "#shared/features/comparisons/contract.ts";
import { scoreVotes, voteOf } from "#shared/features/comparisons/score-votes.ts";
import type { Db } from "../../db/open.ts";
import type { ComparisonQueries, DuelRow } from "./queries.ts";

export interface NewVote {
  comparisonId: string;
  itemId: string;
  choice: VoteChoice;
}

/** Blind votes on the answers of a finished write comparison; every vote brings its result up to date. */
export function createVoting(
  db: Db,
  queries: ComparisonQueries,
  get: (comparisonId: string) => Comparison,
) {
  const hasDuels = (comparisonId: string) => get(comparisonId).result?.kind === "write";

  const toDuel = (comparisonId: string, row: DuelRow | undefined): Duel | null => {
    if (!row) return null;
    const [a, b] = row.sideA === "base" ? [row.base, row.tuned] : [row.tuned, row.base];
    const { left } = queries.countVotes(comparisonId);
    return { itemId: row.itemId, input: row.input, a, b, left };
  };

  const rescore = (comparisonId: string) =>
    queries.saveResult(comparisonId, scoreVotes(queries.countVotes(comparisonId)));

  return {
    nextDuel: (comparisonId: string): Duel | null =>
      hasDuels(comparisonId) ? toDuel(comparisonId, queries.nextDuel(comparisonId)) : null,

    /** A vote on a duel that has one already changes nothing: a held key cannot overwrite a decision. */
    vote: ({ comparisonId, itemId, choice }: NewVote) =>
      db.transaction(() => {
        const duel = hasDuels(comparisonId) ? queries.findDuel(comparisonId, itemId) : undefined;
        if (!duel) throw new AppError("notFound", { thing: "duel" });
        if (duel.vote === null) {
          queries.saveVote(itemId, voteOf(choice, duel.sideA));
          rescore(comparisonId);
        }
        return { revealed: { a: duel.sideA }, comparison: get(comparisonId) };
      })(),

    undoVote: (comparisonId: string): Duel | null =>
      db.transaction(() => {
        const duel = hasDuels(comparisonId) ? queries.latestVoted(comparisonId) : undefined;
        if (!duel) return null;
        queries.clearVote(duel.itemId);
        rescore(comparisonId);
        return toDuel(comparisonId, duel);
      })(),
  };
}
