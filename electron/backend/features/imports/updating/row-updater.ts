import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { DraftExample } from "#shared/features/imports/draft-row.ts";
import type { Db } from "../../../db/open.ts";
import { hashInput } from "../../examples/input-hash.ts";
import { type Brings, isSameText, isSameValue } from "../matching/compare-rows.ts";
import type { ChangedRow } from "../matching/matched-rows.ts";
import type { LabelBook } from "../writing/label-book.ts";
import { resolveAnswer } from "../writing/resolve-answer.ts";
import { type Standing, updatingQueries } from "./queries.ts";

interface UpdateContext {
  importKey: number;
  annotatorKey: number;
  labels: LabelBook;
}

type Answered = Pick<Standing, "status" | "flagged" | "unreviewed" | "annotationKey" | "labelKey">;

/**
 * Lets examples take what a newer file says of them. What a person answered stays in force: where the file
 * says otherwise, its answer joins the history and the example is flagged.
 */
export function createRowUpdater(db: Db, { importKey, annotatorKey, labels }: UpdateContext) {
  const queries = updatingQueries(db);
  const atMs = queries.startedAt(importKey);

  function textOf(row: DraftExample, standing: Standing, brings: Brings) {
    const isOther = !isSameText(standing.input, row.input) || standing.payload !== row.payload;
    // Rows that are recognised by text differ in white space at most.
    const keepsText = !brings.byId && !isOther;
    return {
      input: keepsText ? standing.input : row.input,
      payload: keepsText ? standing.payload : row.payload,
      fields: row.fields,
      externalId: row.externalId ?? standing.externalId,
      isEdited: isOther && !keepsText,
    };
  }

  function answeredAfterEdit(standing: Standing, input: string, row: DraftExample): Answered {
    if (standing.status === "skipped") return { ...standing, status: "unlabelled" };
    if (standing.status !== "labelled") return standing;
    const isFit = standing.answer && fits(standing.answer, input, standing.payload, row.payload);
    if (isFit) return { ...standing, unreviewed: 1 };
    // Passages that point beyond the new text stay in the history, where they can be looked up.
    const open = { status: "unlabelled", annotationKey: null, labelKey: null } as const;
    return { ...standing, ...open, unreviewed: 0, flagged: 1 };
  }

  function answeredByFile(
    row: DraftExample,
    key: number,
    before: Answered,
    standing: Standing,
  ): Answered {
    if (row.answer === null) return before;
    const { value, labelKey } = resolveAnswer(row.answer, labels);
    const isSaid = (said: AnswerValue | null) => said !== null && isSameValue(value, said);
    if (isSaid(standing.answer) && before.annotationKey !== null) return before;
    if (isSaid(standing.fileAnswer)) return before;
    const isPersons =
      before.status === "skipped" ||
      (before.annotationKey !== null && standing.answeredBy !== "import");
    const supersedesKey = isPersons ? null : before.annotationKey;
    const annotation = { key, annotatorKey, supersedesKey, value, atMs };
    const annotationKey = queries.insertAnnotation(annotation);
    if (isPersons)
      return { ...before, flagged: 1, unreviewed: before.status === "labelled" ? 1 : 0 };
    return { ...before, status: "labelled", unreviewed: 1, annotationKey, labelKey };
  }

  return {
    /** False when the example says the same by now, or was put away meanwhile. */
    update({ key, row }: ChangedRow, brings: Brings): boolean {
      const standing = queries.find(key);
      if (!standing || standing.removed === 1) return false;
      const { isEdited, ...text } = textOf(row, standing, brings);
      const edited = isEdited ? answeredAfterEdit(standing, text.input, row) : standing;
      const { status, flagged, unreviewed, annotationKey, labelKey } = answeredByFile(
        row,
        key,
        edited,
        standing,
      );
      queries.setText({ key, ...text });
      queries.setState({
        key,
        hash: hashInput(text.input),
        characters: text.input.length,
        group: brings.group ? row.group : standing.group,
        split: (brings.split ? row.split : null) ?? standing.split,
        status,
        flagged,
        unreviewed,
        annotationKey,
        labelKey,
      });
      queries.markStale(key);
      return true;
    },
  };
}

/** Whether an answer still means something: its passages lie within the text, its response is on offer. */
function fits(
  answer: AnswerValue,
  input: string,
  before: string | null,
  after: string | null,
): boolean {
  if (answer.kind === "rank") return before === after;
  if (answer.kind !== "extract") return true;
  const length = Array.from(input).length;
  return answer.spans.every((span) => span.end <= length);
}
