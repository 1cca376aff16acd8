import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** Names in one order, so that it does not matter who put the value together. */
const ordered = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(byName))
    : value;

const written = (value: AnswerValue): string =>
  JSON.stringify(
    value.kind === "tag" ? { ...value, labelIds: value.labelIds.toSorted() } : value,
    ordered,
  );

/** True when saving the one over the other would change nothing, to the letter. */
export const isSameAnswer = (one: AnswerValue | null, other: AnswerValue | null): boolean =>
  one === other || (one !== null && other !== null && written(one) === written(other));
