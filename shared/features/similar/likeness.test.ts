import { expect, test } from "vitest";
import { likenessOf } from "./likeness.ts";

test.each([
  [1, "nearlySame"],
  [0.7, "nearlySame"],
  [0.69, "veryAlike"],
  [0.4, "veryAlike"],
  [0.39, "alike"],
  [0.3, "alike"],
  [0.25, "somewhat"],
] as const)("%d is %s", (similarity, likeness) => {
  expect(likenessOf(similarity)).toBe(likeness);
});
