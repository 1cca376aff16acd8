import type { Again, Review } from "../../../shared/features/imports/contract.ts";

/** What an import would write, for one way of dealing with rows that are here already. */
export interface Outcome {
  added: number;
  updated: number;
  /** Rows that are here already and stay as they are. */
  left: number;
}

export function outcomeOf(review: Review, again: Again): Outcome {
  const { fresh, known, changed } = review;
  if (again === "add") return { added: fresh + known + changed, updated: 0, left: 0 };
  if (again === "update") return { added: fresh, updated: changed, left: known };
  return { added: fresh, updated: 0, left: known + changed };
}

/** The choices that differ: without changed rows there is nothing to update. */
export const choicesFor = ({ known, changed }: Review): Again[] =>
  known + changed === 0 ? [] : changed > 0 ? ["update", "skip", "add"] : ["skip", "add"];

/** The suggestion, where it is among the choices; the gentlest choice elsewhere. */
export function suggestedFor(review: Review): Again {
  const choices = choicesFor(review);
  return choices.length === 0 || choices.includes(review.suggested) ? review.suggested : "skip";
}
