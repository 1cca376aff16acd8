import type { DeskSettings } from "#shared/features/annotations/desk-settings.ts";
import type { Learning } from "#shared/features/suggestions/contract.ts";
import { missingAnswers } from "#shared/features/suggestions/when-to-learn.ts";
import { mayWrite } from "../../db/open.ts";
import { Asker, type AskerParts } from "./asker.ts";
import { Learner, type LearnerParts } from "./learner.ts";
import type { AskedRow } from "./queries.ts";

export interface ProposerParts extends AskerParts, Omit<LearnerParts, "proposes"> {
  settings: () => DeskSettings;
}

/** Whoever proposes as the settings say: the model that learns here, or a connected one. */
export function createProposers(parts: ProposerParts) {
  const { db, queries, settings } = parts;
  const proposes = () => settings().suggestionsFrom.kind === "instant";
  const learner = new Learner({ ...parts, proposes });
  const asker = new Asker(parts);
  let present = JSON.stringify(settings().suggestionsFrom);

  /** After a change of who proposes, also one that undo made: what is there is not theirs. */
  function noticeChange() {
    const now = JSON.stringify(settings().suggestionsFrom);
    if (now === present || !mayWrite(db)) return;
    present = now;
    queries.dropValues();
    learner.again();
    void asker.stop();
  }

  function learning(): Learning {
    const missing = missingAnswers(parts.countAnswers());
    const { isLearning, learnedFrom, hasFailed } = learner.state;
    const none = { missing, learnedFrom, service: null, problem: null };
    const { suggestionsFrom } = settings();
    if (suggestionsFrom.kind === "off") return { ...none, phase: "off" };
    if (suggestionsFrom.kind === "connection")
      return { ...none, ...asker.describe(suggestionsFrom) };
    if (missing > 0) return { ...none, phase: "tooFew" };
    if (isLearning) return { ...none, phase: "learning" };
    return { ...none, phase: hasFailed ? "failed" : "ready" };
  }

  return {
    learning,
    noticeChange,
    learnerState: () => learner.state,
    /** Makes learning start, if only for the orders. */
    wake: () => learner.ask(),

    /** The examples that the desk shows and is going to show. */
    follow(rows: readonly AskedRow[]) {
      learner.ask();
      const open = rows.filter(({ isOpen }) => isOpen);
      const missed = open.filter(({ source }) => source === null);
      learner.follow(
        open.map(({ key }) => key),
        missed.map(({ key }) => key),
      );
      const { suggestionsFrom } = settings();
      if (suggestionsFrom.kind === "connection") asker.follow(suggestionsFrom, open);
    },

    agree(connectionId: string): Learning {
      asker.agree(connectionId);
      return learning();
    },
    retry(): Learning {
      learner.again();
      asker.retry();
      return learning();
    },

    /** Nobody reads the file when it resolves, nor waits for an answer; everything begins anew after `release`. */
    async hold() {
      await asker.stop();
      await learner.hold();
      learner.again();
    },
    release: () => learner.release(),
    async close() {
      await asker.stop();
      await learner.close();
    },
  };
}
