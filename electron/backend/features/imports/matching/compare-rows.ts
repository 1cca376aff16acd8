import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { normaliseInput } from "#shared/features/examples/normalise-input.ts";
import type { DraftAnswer, DraftExample } from "#shared/features/imports/draft-example.ts";
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
  if (stored.kind !== "tag") return false;
  const names = new Set(stored.labelIds);
  return (
    names.size === draft.names.length &&
    draft.names.every((name) => names.has(labelIds.get(name) ?? ""))
  );
}

/** Whether a stored answer, as JSON, says what another one says; the order of labels says nothing. */
export function isSameValue(json: string, other: AnswerValue): boolean {
  const value = JSON.parse(json) as AnswerValue;
  if (value.kind !== "tag" || other.kind !== "tag") return json === JSON.stringify(other);
  const ids = new Set(other.labelIds);
  return ids.size === value.labelIds.length && value.labelIds.every((labelId) => ids.has(labelId));
}

export const isSameText = (stored: string, input: string): boolean =>
  stored === input || normaliseInput(stored) === normaliseInput(input);

/** Whether a row says of an example what is stored already, its answer left aside. */
export const saysSamePlace = (row: DraftExample, stored: StoredExample, brings: Brings): boolean =>
  (stored.input === row.input || !brings.byId) &&
  stored.fields === row.fields &&
  (!brings.id || row.externalId === null || stored.externalId === row.externalId) &&
  (!brings.group || stored.group === row.group) &&
  (!brings.split || row.split === null || stored.split === row.split);
