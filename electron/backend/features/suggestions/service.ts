import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { DeskSettings } from "#shared/features/annotations/desk-settings.ts";
import { isBlind } from "#shared/features/suggestions/blind.ts";
import type {
  Learning,
  Sitting,
  Suggestion,
  SwayReport,
} from "#shared/features/suggestions/contract.ts";
import type { SuggestionSeen } from "#shared/features/suggestions/suggestion-seen.ts";
import { reportSway } from "#shared/features/suggestions/sway.ts";
import type { Db } from "../../db/open.ts";
import { settingsQueries } from "../annotations/settings-queries.ts";
import { createProposers, type ProposerParts } from "./proposers.ts";
import {
  type AskedRow,
  sittingQueries,
  suggestionQueries,
  suggestionUseQueries,
  taskQueries,
  type TaskNow,
} from "./queries.ts";
import { isFit } from "./is-fit.ts";
import { createQueueOrders, type PageWish } from "./queue-orders.ts";

export interface SuggestionParts extends Omit<
  ProposerParts,
  "db" | "queries" | "settings" | "task"
> {
  projectId: string;
  /** Who sits at this computer; null while nobody answered. */
  me: () => number | null;
}

export interface UsedAnswer {
  annotationKey: number;
  exampleKey: number;
}

/** What the table holds, as far as the task can still carry it. */
const valueOf = (row: AskedRow, now: TaskNow): AnswerValue | null =>
  row.isOpen && row.value !== null && isFit(row.value, row, now) ? row.value : null;

/** What machines propose. It is shown, accepted or ignored, and never an answer by itself. */
export function createSuggestionService(db: Db, parts: SuggestionParts) {
  const queries = suggestionQueries(db);
  const uses = suggestionUseQueries(db);
  const sittings = sittingQueries(db);
  const settings = settingsQueries(db).read;
  const task = taskQueries(db);
  const proposers = createProposers({ ...parts, db, queries, settings, task });
  const orders = createQueueOrders(db, { ...parts, state: proposers.learnerState });

  function describe(row: AskedRow, { blindShare }: DeskSettings, taskNow: TaskNow): Suggestion[] {
    const value = valueOf(row, taskNow);
    if (value === null || row.source === null) return [];
    const { exampleId, source, confidence } = row;
    if (isBlind(exampleId, parts.projectId, blindShare))
      return [{ exampleId, source, value: null, confidence: 0 }];
    return [{ exampleId, source, value, confidence }];
  }

  return {
    list(exampleIds: readonly string[]): { items: Suggestion[]; learning: Learning } {
      proposers.noticeChange();
      const now = settings();
      if (now.suggestionsFrom.kind === "off") return { items: [], learning: proposers.learning() };
      const rows = queries.list(exampleIds);
      proposers.follow(rows);
      const taskNow = task();
      return {
        items: rows.flatMap((row) => describe(row, now, taskNow)),
        learning: proposers.learning(),
      };
    },

    /**
     * Looks up, before an answer is written, what was proposed for its example; the function returned writes it
     * down beside the answer.
     */
    noteUse(exampleId: string, seen: SuggestionSeen): (answer: UsedAnswer) => void {
      const [row] = queries.list([exampleId]);
      const value = row?.isOpen ? (seen.shown ? seen.value : row.value) : null;
      if (!row || !value || !isFit(value, row, task())) return () => {};
      const source = seen.shown ? seen.source : (row.source ?? "");
      return (answer) => uses.insert({ ...answer, value, source, shown: seen.shown });
    },

    /** A page of a queue in another order than the file's; asking for one makes learning start. */
    listOrdered(wish: PageWish) {
      if (wish.order !== "random") proposers.wake();
      return orders.list(wish);
    },

    sway: (): SwayReport => reportSway(uses.inForce()),
    sitting: (sinceMs: number): Sitting => sittings.since(parts.me(), sinceMs),
    agree: (connectionId: string): Learning => proposers.agree(connectionId),
    retry: (): Learning => proposers.retry(),

    /** Something is deleted for ever: nothing here may repeat it, and nobody may be reading it. */
    async forget() {
      await proposers.hold();
      queries.dropAll();
      uses.dropTexts();
    },
    release: () => proposers.release(),
    close: () => proposers.close(),
  };
}
export type SuggestionService = ReturnType<typeof createSuggestionService>;
