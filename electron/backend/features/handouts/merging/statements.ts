import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { Statement } from "#shared/features/handouts/bundle.ts";
import { isNewer } from "#shared/features/handouts/statement-order.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import type { Db } from "../../../db/open.ts";
import type { OpinionRow } from "../../experts/queries.ts";
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

/** What a statement changed, and what others say of the same example. */
export interface Stated {
  /** Old when a newer statement of this person is known. */
  became: "old" | "said" | "withdrawn";
  othersAnswered: boolean;
  /** Nobody, this person included, answered or skipped. */
  isSilent: boolean;
}

/** Writes down what people said, newest by newest, and what follows from it. */
export function createStatements(db: Db, experts: ExpertService) {
  const queries = mergingQueries(db);

  /** Whoever answered before more than one person was asked has an opinion from now on. */
  function listOpinions(example: MergedExample, me: number): OpinionRow[] {
    const rows = experts.listOpinions(example.key);
    if (rows.length > 0) return rows;
    const opinion = { exampleKey: example.key, sequence: 1 };
    if (example.personsAnswer)
      queries.insertOpinion({ ...opinion, ...example.personsAnswer, skipped: false });
    else if (example.status === "skipped")
      queries.insertOpinion({ ...opinion, annotatorKey: me, annotationKey: null, skipped: true });
    else return rows;
    return experts.listOpinions(example.key);
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

  /** Keeps the newer of what is said and what is known of this person. */
  function keepNewer(said: Said, held: OpinionRow | undefined): Stated["became"] {
    const { example, value, sender, sequence, statement } = said;
    const kept = value ? keepAnnotation(said, value) : null;
    const skipped = statement.state === "skipped";
    const annotationKey = kept?.annotationKey ?? null;
    const at = { exampleKey: example.key, annotatorKey: sender };
    const opinion = { ...at, annotationKey, skipped, sequence };
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
    return isSpoken(held) && !value && !skipped ? "withdrawn" : "said";
  }

  return {
    state(said: Said, me: number): Stated {
      const rows = listOpinions(said.example, me);
      const others = rows.filter(({ annotatorKey }) => annotatorKey !== said.sender);
      const held = rows.find(({ annotatorKey }) => annotatorKey === said.sender);
      return {
        became: keepNewer(said, held),
        othersAnswered: others.some(({ annotationId }) => annotationId !== null),
        isSilent: said.statement.state === "open" && !others.some(isSpoken),
      };
    },

    /** Whether people differ now. Silence leaves an example as it was before. */
    settle(exampleKey: number, { became, isSilent }: Stated, me: number): boolean {
      if (became === "old") return false;
      if (!isSilent || experts.hasDecisions(exampleKey))
        return experts.settle(exampleKey).kind === "disputed";
      if (became === "withdrawn") queries.putBack(exampleKey, me);
      return false;
    },
  };
}

const isSpoken = ({ annotationId, skipped }: OpinionRow): boolean =>
  annotationId !== null || skipped === 1;
