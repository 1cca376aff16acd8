import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SliceRows } from "#shared/features/handouts/bundle.ts";
import type { BundleContent } from "../features/handouts/bundle/write-bundle.ts";
import { createPeople, type People } from "../identity/people.ts";

/** Somebody with a computer of their own. */
export function somebody(name = "Dr. Weber"): People {
  const people = createPeople(join(mkdtempSync(join(tmpdir(), "tacit-people-")), "people"));
  people.add(name);
  return people;
}

export const SLICE_ROWS: SliceRows = {
  definition: [
    {
      taskType: "classify",
      description: "",
      licence: "",
      attribution: "",
      systemPrompt: "",
      guideline: "Refunds only.",
    },
  ],
  labels: [
    { labelId: "l1", name: "refund", description: "", colour: "blue", key: "1" },
    { labelId: "l2", name: "other", description: "", colour: "red", key: null },
  ],
  examples: [
    {
      exampleId: "e1",
      // A family of four in one sign, an accent of its own, and a sign outside the first plane.
      input: "Money back 👨‍👩‍👧‍👦 cafe\u0301 𝔘",
      payload: null,
      group: null,
      split: null,
      externalId: null,
      fields: { order: "17" },
    },
  ],
  answers: [],
  rules: [],
};

/** A small slice as the rest of Tacit would write it. */
export const sliceContent = (rows: Partial<SliceRows> = {}): BundleContent => ({
  kind: "slice",
  rows: { ...SLICE_ROWS, ...rows },
  bundleId: "b1",
  handoutId: "h1",
  project: { id: "p1", name: "Letters" },
  createdAtMs: 1_000,
});
