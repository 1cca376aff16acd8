import { expect, it } from "vitest";
import type { Review } from "../../../shared/features/imports/contract.ts";
import { choicesFor, outcomeOf, suggestedFor } from "./review-outcome.ts";

const review = (change: Partial<Review>): Review => ({
  rowsRead: 0,
  fresh: 0,
  known: 0,
  changed: 0,
  rejected: 0,
  matchedBy: "text",
  rejectsByReason: [],
  rejects: [],
  newLabels: [],
  duplicateRows: 0,
  formulaCells: 0,
  earlierImport: null,
  suggested: "add",
  ...change,
});
const EDITED = review({ rowsRead: 30, fresh: 5, known: 10, changed: 12, rejected: 3 });

it.each([
  ["skip", { added: 5, updated: 0, left: 22 }],
  ["update", { added: 5, updated: 12, left: 10 }],
  ["add", { added: 27, updated: 0, left: 0 }],
] as const)("%s: every readable row is accounted for", (again, expected) => {
  const outcome = outcomeOf(EDITED, again);
  expect(outcome).toEqual(expected);
  expect(outcome.added + outcome.updated + outcome.left + EDITED.rejected).toBe(EDITED.rowsRead);
});

it("asks only what makes a difference", () => {
  expect(choicesFor(review({ fresh: 9 }))).toEqual([]);
  expect(choicesFor(review({ fresh: 1, known: 9 }))).toEqual(["skip", "add"]);
  expect(choicesFor(EDITED)).toEqual(["update", "skip", "add"]);
});

it("takes the suggestion, unless it is no choice here", () => {
  expect(suggestedFor(review({ fresh: 3, suggested: "add" }))).toBe("add");
  expect(suggestedFor({ ...EDITED, suggested: "update" })).toBe("update");
  expect(suggestedFor(review({ known: 3, suggested: "update" }))).toBe("skip");
});
