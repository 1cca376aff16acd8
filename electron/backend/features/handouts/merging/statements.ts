import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { Statement } from "#shared/features/handouts/bundle.ts";
import { isNewer } from "#shared/features/handouts/statement-order.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import type { Db } from "../../../db/open.ts";
import type { ExpertService } from "../../experts/service.ts";
import { refused } from "../bundle/refuse.ts";
import { idOfTranslated } from "./label-plan.ts";
import { type MergedExample, mergingQueries } from "./queries.ts";

/** One person's statement on one example, in this project's labels. */
export interface Said {
  statement: Statement;
  value: AnswerValue | null;
  example: MergedExample;
  sender: number;
  /** Of the bundle that carries it. */
  sequence: number;
}

/** Nothing new when a newer statement of this person is known. */
export type Became = "old" | "said" | "withdrawn";

/** Writes down what people said, newest by newest, and what follows from it. */
export function createStatements(db: Db, experts: ExpertService) {
  const queries = mergingQueries(db);

  /** Whoever answered before more than one person was asked has an opinion from now on. */
  function adoptPresent(example: MergedExample, me: number) {
    if (experts.listOpinions(example.key).length > 0) return;
    const opinion = { exampleKey: example.key, sequence: 1 };
    if (example.personsAnswer)
      queries.insertOpinion({ ...opinion, ...example.personsAnswer, skipped: false });
    else if (example.status === "skipped")
      queries.insertOpinion({ ...opinion, annotatorKey: me, annotationKey: null, skipped: true });
  }

  /** Also for a statement that turns out to be old: the history of an example holds all that was said. */
  function keepAnnotation({ statement, example, sender }: Said, value: AnswerValue) {
    const isSame = canonicalJson(value) === canonicalJson(statement.value);
    const said = statement.annotationId ?? "";
    const annotationId = isSame ? said : idOfTranslated(said, value);
    const known = queries.findAnnotation(annotationId);
    if (!known) {
      const { elapsedMs, atMs } = statement;
      const at = { exampleKey: example.key, annotatorKey: sender, atMs: atMs ?? 0 };
      const answer = { ...at, annotationId, value, elapsedMs };
      return { annotationKey: queries.insertAnnotation(answer), annotationId };
    }
    const isIt =
      known.exampleKey === example.key &&
      known.annotatorKey === sender &&
      known.value === JSON.stringify(value);
    // One id for two answers: somebody made this file by other means than Tacit.
    if (!isIt) throw refused("badContent", "answers.jsonl");
    return { annotationKey: known.key, annotationId };
  }

  return {
    state(said: Said, me: number): Became {
      const { example, value, sender, sequence, statement } = said;
      adoptPresent(example, me);
      const held = experts.listOpinions(example.key).find((row) => row.annotatorKey === sender);
      const kept = value ? keepAnnotation(said, value) : null;
      const skipped = statement.state === "skipped";
      const opinion = {
        exampleKey: example.key,
        annotatorKey: sender,
        annotationKey: kept?.annotationKey ?? null,
        skipped,
        sequence,
      };
      if (!held) {
        queries.insertOpinion(opinion);
        return "said";
      }
      const isNews = isNewer(
        { sequence, skipped, annotationId: kept?.annotationId ?? null },
        { sequence: held.sequence, skipped: held.skipped === 1, annotationId: held.annotationId },
      );
      if (!isNews) return "old";
      queries.updateOpinion(opinion);
      const wasSaid = held.annotationId !== null || held.skipped === 1;
      return wasSaid && !value && !skipped ? "withdrawn" : "said";
    },

    /** Whether people differ now. Silence leaves an example as it was before. */
    settle(exampleKey: number, became: Became, me: number): boolean {
      if (became === "old") return false;
      const isSilent = experts
        .listOpinions(exampleKey)
        .every(({ annotationId, skipped }) => annotationId === null && skipped === 0);
      if (!isSilent || experts.hasDecisions(exampleKey))
        return experts.settle(exampleKey).kind === "disputed";
      if (became === "withdrawn") queries.putBack(exampleKey, me);
      return false;
    },

    isAlone: (exampleKey: number, sender: number): boolean =>
      experts
        .listOpinions(exampleKey)
        .every(
          ({ annotatorKey, annotationId }) => annotatorKey === sender || annotationId === null,
        ),
  };
}
