import { expect, it } from "vitest";
import { standingOf } from "./wizard-steps.ts";

const READING = { page: "read", hasFile: true, canReview: true, job: "none" } as const;

it.each([
  ["without a file only the source is open", { ...READING, hasFile: false }, ["source"]],
  ["everything before the import is open", READING, ["source", "readAs", "columns", "review"]],
  [
    "a review waits for the text column",
    { ...READING, canReview: false },
    ["source", "readAs", "columns"],
  ],
  ["nothing is open while rows are written", { ...READING, job: "running" }, []],
  ["after it, another file", { ...READING, job: "ended" }, ["source"]],
] as const)("%s", (_case, draft, open) => {
  expect(standingOf(draft).open).toEqual(open);
});

it("reading and columns share one screen", () => {
  expect(standingOf(READING).now).toEqual(["readAs", "columns"]);
  expect(standingOf({ ...READING, page: "source" }).now).toEqual(["source"]);
  expect(standingOf({ ...READING, job: "ended" }).now).toEqual(["result"]);
});
