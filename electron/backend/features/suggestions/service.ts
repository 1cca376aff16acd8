import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { DeskSettings } from "#shared/features/annotations/desk-settings.ts";
import { validateAnswer } from "#shared/features/annotations/validate-answer.ts";
import { isBlind } from "#shared/features/suggestions/blind.ts";
import type {
  Learning,
  Sitting,
  Suggestion,
  SwayReport,
} from "#shared/features/suggestions/contract.ts";
import type { SuggestionSeen } from "#shared/features/suggestions/suggestion-seen.ts";
import { reportSway } from "#shared/features/suggestions/sway.ts";
import { missingAnswers } from "#shared/features/suggestions/when-to-learn.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import { settingsQueries } from "../annotations/settings-queries.ts";
import { Learner } from "./learner.ts";
import {
  type AskedRow,
  sittingQueries,
  suggestionQueries,
  suggestionUseQueries,
  taskQueries,
} from "./queries.ts";

export interface SuggestionParts {
  path: string;
  projectId: string;
  countAnswers: () => number;
  /** Who sits at this computer; null while nobody answered. */
  me: () => number | null;
  isBusy: () => boolean;
  logError: (error: unknown) => void;
}

/** What the table holds, as far as the task can still carry it: a label may have gone since. */
function createFitness(db: Db) {
  const task = taskQueries(db);
  const isFit = ({ input, payload }: AskedRow, value: AnswerValue): boolean =>
    validateAnswer(value, {
      ...task(),
      input,
      responses: payload?.kind === "rank" ? payload.responses.length : 0,
    }) === null;
  const valueOf = (row: AskedRow): AnswerValue | null =>
    row.isOpen && row.value !== null && isFit(row, row.value) ? row.value : null;
  return { isFit, valueOf };
}

/** What machines propose. It is shown, accepted or ignored, and never an answer by itself. */
export function createSuggestionService(db: Db, parts: SuggestionParts) {
  const queries = suggestionQueries(db);
  const uses = suggestionUseQueries(db);
  const sittings = sittingQueries(db);
  const settings = settingsQueries(db).read;
  const { isFit, valueOf } = createFitness(db);
  const proposes = () => settings().suggestionsFrom.kind === "instant";
  let proposer = JSON.stringify(settings().suggestionsFrom);
  const learner = new Learner({ db, queries, ...parts, proposes });

  function describe(row: AskedRow, { blindShare }: DeskSettings): Suggestion[] {
    const value = valueOf(row);
    if (value === null || row.source === null) return [];
    const { exampleId, source, confidence } = row;
    if (isBlind(exampleId, parts.projectId, blindShare))
      return [{ exampleId, source, value: null, confidence: 0 }];
    return [{ exampleId, source, value, confidence }];
  }

  function learning(): Learning {
    const missing = missingAnswers(parts.countAnswers());
    const { isLearning, learnedFrom, hasFailed } = learner.state;
    const none = { missing, learnedFrom, service: null, problem: null };
    if (settings().suggestionsFrom.kind === "off") return { ...none, phase: "off" };
    if (missing > 0) return { ...none, phase: "tooFew" };
    if (isLearning) return { ...none, phase: "learning" };
    return { ...none, phase: hasFailed ? "failed" : "ready" };
  }

  /** After a change of who proposes, also one that undo made: what is there is not theirs. */
  function noticeProposer({ suggestionsFrom }: DeskSettings) {
    const now = JSON.stringify(suggestionsFrom);
    if (now === proposer || !mayWrite(db)) return;
    proposer = now;
    queries.dropValues();
    learner.again();
  }

  return {
    list(exampleIds: readonly string[]): { items: Suggestion[]; learning: Learning } {
      const now = settings();
      noticeProposer(now);
      if (now.suggestionsFrom.kind === "off") return { items: [], learning: learning() };
      learner.ask();
      const rows = queries.list(exampleIds);
      const open = rows.filter(({ isOpen }) => isOpen);
      const missed = open.filter(({ source }) => source === null);
      learner.follow(
        open.map(({ key }) => key),
        missed.map(({ key }) => key),
      );
      return { items: rows.flatMap((row) => describe(row, now)), learning: learning() };
    },

    /**
     * Looks up, before an answer is written, what was proposed for its example; the function returned writes it
     * down beside the answer.
     */
    noteUse(exampleId: string, seen: SuggestionSeen): (answer: UsedAnswer) => void {
      const [row] = queries.list([exampleId]);
      const value = row && (seen.shown ? seen.value : valueOf(row));
      if (!row?.isOpen || !value || !isFit(row, value)) return () => {};
      const source = seen.shown ? seen.source : (row.source ?? "");
      return (answer) => uses.insert({ ...answer, value, source, shown: seen.shown });
    },

    sway: (): SwayReport => reportSway(uses.inForce()),
    sitting: (sinceMs: number): Sitting => sittings.since(parts.me(), sinceMs),

    agree: (_connectionId: string): Learning => learning(),
    retry(): Learning {
      learner.again();
      return learning();
    },

    /** Something is deleted for ever: nothing here may repeat it, and nobody may be reading it. */
    async forget() {
      await learner.stop();
      queries.dropAll();
      uses.dropTexts();
      learner.again();
    },
    close: () => learner.close(),
  };
}
export type SuggestionService = ReturnType<typeof createSuggestionService>;

export interface UsedAnswer {
  annotationKey: number;
  exampleKey: number;
}
