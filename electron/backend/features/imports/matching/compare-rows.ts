import { answerKey } from "#shared/features/annotations/answer-key.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { normaliseInput } from "#shared/features/examples/normalise-input.ts";
import type { DraftAnswer, NamedSpan } from "#shared/features/imports/draft-answer.ts";
import type { DraftExample } from "#shared/features/imports/draft-row.ts";
import type { StoredExample } from "./queries.ts";

/** Which columns the file brings: what it has no column for, it says nothing about. */
export interface Brings {
  group: boolean;
  split: boolean;
  id: boolean;
  /** Whether rows are recognised by their id. */
  byId: boolean;
}

/** Whether an answer of a file is the stored one, as JSON; labels are compared by what they are called now. */
export function saysAnswer(
  draft: DraftAnswer,
  json: string | null,
  labelIds: ReadonlyMap<string, string>,
): boolean {
  if (json === null) return false;
  const stored = JSON.parse(json) as AnswerValue;
  if (draft.kind === "response") return stored.kind === "write" && stored.response === draft.text;
  if (draft.kind === "label")
    return stored.kind === "classify" && stored.labelId === labelIds.get(draft.name);
  if (draft.kind === "spans") return saysSpans(draft.spans, stored, labelIds);
  if (draft.kind === "turns")
    return stored.kind === "chat" && JSON.stringify(stored.turns) === JSON.stringify(draft.turns);
  if (draft.kind === "preference")
    return (
      stored.kind === "rank" &&
      stored.outcome === draft.outcome &&
      stored.preferred === draft.preferred
    );
  if (stored.kind !== "tag") return false;
  const names = new Set(stored.labelIds);
  return (
    names.size === draft.names.length &&
    draft.names.every((name) => names.has(labelIds.get(name) ?? ""))
  );
}

function saysSpans(
  spans: readonly NamedSpan[],
  stored: AnswerValue,
  labelIds: ReadonlyMap<string, string>,
): boolean {
  if (stored.kind !== "extract" || stored.spans.length !== spans.length) return false;
  const said = new Set(stored.spans.map((span) => `${span.start} ${span.end} ${span.labelId}`));
  return spans.every(({ start, end, name }) => said.has(`${start} ${end} ${labelIds.get(name)}`));
}

/** Whether a stored answer, as JSON, says what another one says. */
export function isSameValue(json: string, other: AnswerValue): boolean {
  const value = JSON.parse(json) as AnswerValue;
  return value.kind === other.kind && statedKey(value) === statedKey(other);
}

/** Texts to the letter; the order of labels, and what an answer carries besides, say nothing. */
function statedKey(value: AnswerValue): string {
  if (value.kind === "write") return value.response;
  return value.kind === "chat" ? JSON.stringify(value.turns) : answerKey(value);
}

export const isSameText = (stored: string, input: string): boolean =>
  stored === input || normaliseInput(stored) === normaliseInput(input);

/** Whether a row says of an example what is stored already, its answer left aside. */
export const saysSamePlace = (row: DraftExample, stored: StoredExample, brings: Brings): boolean =>
  (stored.input === row.input || !brings.byId) &&
  stored.payload === row.payload &&
  stored.fields === row.fields &&
  (!brings.id || row.externalId === null || stored.externalId === row.externalId) &&
  (!brings.group || stored.group === row.group) &&
  (!brings.split || row.split === null || stored.split === row.split);
