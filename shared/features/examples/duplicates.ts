import { answerKey } from "../annotations/answer-key.ts";
import type { AnswerValue } from "../annotations/answer-value.ts";
import type { Split } from "../versions/split.ts";
import { normaliseInput } from "./normalise-input.ts";

/** One example as duplicates are judged. */
export interface DuplicateCandidate {
  /** The example's key in the database; the lower, the earlier. */
  key: number;
  input: string;
  /** What the input consists of besides its text, as JSON. */
  payload: string | null;
  answer: AnswerValue | null;
  split: Split | null;
}

/** Sorts examples with the same hash by what they really say; only groups of two or more remain. */
export function groupDuplicates(sameHash: readonly DuplicateCandidate[]): DuplicateCandidate[][] {
  const groups = Map.groupBy(
    sameHash,
    (candidate) => `${candidate.payload ?? ""}\u0000${normaliseInput(candidate.input)}`,
  );
  return [...groups.values()].filter((group) => group.length > 1);
}

/** True when people or files answered the same input differently; unanswered copies do not count. */
export function hasConflict(group: readonly DuplicateCandidate[]): boolean {
  const answers = group.flatMap(({ answer }) => (answer ? [answerKey(answer)] : []));
  return new Set(answers).size > 1;
}

/** True when copies stand in two different splits that came with the file. */
export function leaks(group: readonly DuplicateCandidate[]): boolean {
  return new Set(group.flatMap(({ split }) => split ?? [])).size > 1;
}

/** All but the one to keep: the first that is answered, else the first. Conflicts are left to people. */
export function surplusOf(group: readonly DuplicateCandidate[]): DuplicateCandidate[] {
  if (hasConflict(group)) return [];
  const kept = group.find(({ answer }) => answer !== null) ?? group[0];
  return group.filter((candidate) => candidate !== kept);
}
