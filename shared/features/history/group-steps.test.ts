import { expect, test } from "vitest";
import type { ActionName } from "./contract.ts";
import { groupSteps, type TimedStep } from "./group-steps.ts";

const MINUTE = 60_000;
const step = (key: number, action: ActionName, minute: number, examples = 1): TimedStep => ({
  key,
  stepId: `${key}`,
  action,
  atMs: minute * MINUTE,
  undone: false,
  examples,
  subject: null,
  importId: null,
});

test.each<[what: string, steps: TimedStep[], groups: number[][]]>([
  ["nothing", [], []],
  [
    "answers in a row",
    [step(3, "answer", 9), step(2, "answer", 5), step(1, "answer", 1)],
    [[3, 2, 1]],
  ],
  [
    "another action between",
    [step(3, "answer", 3), step(2, "skip", 2), step(1, "answer", 1)],
    [[3], [2], [1]],
  ],
  ["a pause", [step(2, "answer", 90), step(1, "answer", 1)], [[2], [1]]],
  ["a clock set back", [step(2, "answer", -9000), step(1, "answer", 1)], [[2], [1]]],
  ["many examples at once", [step(2, "flag", 2, 500), step(1, "flag", 1)], [[2], [1]]],
  ["acts told one by one", [step(2, "addLabel", 2, 0), step(1, "addLabel", 1, 0)], [[2], [1]]],
])("%s", (_what, steps, groups) => {
  expect(groupSteps(steps).map((group) => group.map(({ key }) => key))).toEqual(groups);
});

test("what was taken back is told apart from what stands", () => {
  const undone = { ...step(2, "answer", 2), undone: true };
  expect(groupSteps([undone, step(1, "answer", 1)])).toHaveLength(2);
});
