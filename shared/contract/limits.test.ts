import type { z } from "zod";
import { expect, test } from "vitest";
import { contract } from "./index.ts";

const HUGE = "x".repeat(10 * 1024 * 1024);
const many = <Item>(item: Item) => Array.from({ length: 20_000 }, () => item);
const target = { versionId: "v", providerId: "instant", baseModel: "m" };
const answer = (value: object) => ({ exampleId: "e", value });

const inputOf = (procedure: { "~orpc": { inputSchema?: unknown } }) =>
  procedure["~orpc"].inputSchema as z.ZodType;

test.each([
  ["a huge id", contract.annotations.skip, { exampleId: HUGE }],
  ["ids by the ten thousands", contract.examples.remove, { exampleIds: many("e") }],
  ["a huge search", contract.examples.list, { filter: { text: HUGE } }],
  ["a page before the first", contract.examples.list, { offset: -1 }],
  ["a page of no size", contract.examples.list, { limit: Number.NaN }],
  ["a huge answer", contract.annotations.answer, answer({ kind: "write", response: HUGE })],
  [
    "reasons without end",
    contract.annotations.answer,
    answer({ kind: "rank", outcome: "tie", preferred: null, reasons: many("r") }),
  ],
  [
    "passages without end",
    contract.annotations.answer,
    answer({ kind: "extract", spans: many({ start: 0, end: 1, labelId: "l" }) }),
  ],
  ["a huge guideline", contract.definitions.saveGuideline, { body: HUGE }],
  [
    "columns without end",
    contract.imports.start,
    { fileId: "f", mapping: many({ column: "c", role: "field" }) },
  ],
  [
    "a huge column name",
    contract.imports.start,
    { fileId: "f", mapping: [{ column: HUGE, role: "field" }] },
  ],
  ["a huge consent", contract.training.start, { ...target, consent: HUGE }],
  [
    "an endless learning rate",
    contract.training.estimate,
    { ...target, hyperparameters: { learningRateMultiplier: Number.POSITIVE_INFINITY } },
  ],
  [
    "a huge address",
    contract.providers.saveConnection,
    { name: "n", baseUrl: `https://example.com/${HUGE}` },
  ],
  [
    "a huge confusion",
    contract.comparisons.listItems,
    { comparisonId: "c", confusion: { expected: HUGE, got: "" } },
  ],
])("%s is refused at the boundary", (_what, procedure, input) => {
  expect(inputOf(procedure).safeParse(input).success).toBe(false);
});
