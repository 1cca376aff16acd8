import { expect, test } from "vitest";
import { isNewer, type Said } from "./statement-order.ts";

const said = (sequence: number, annotationId: string | null, skipped = false): Said => ({
  sequence,
  annotationId,
  skipped,
});

const ASCENDING = [
  said(0, null),
  said(1, "b"),
  said(2, null),
  said(2, null, true),
  said(2, "a"),
  said(2, "b"),
  said(3, "a"),
];

test("every two statements have one order, and none is newer than itself", () => {
  for (const [low, held] of ASCENDING.entries())
    for (const [high, next] of ASCENDING.entries())
      expect([low, high, isNewer(next, held)]).toEqual([low, high, high > low]);
});
