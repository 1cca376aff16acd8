import { expect, test } from "vitest";
import { seededHash } from "./seeded-hash.ts";

test.each([
  ["a", 0, 7929297801672961],
  ["b", 0, 8684336938537663],
  ["revenge", 0, 4051478007546757],
  ["revenue", 0, 8309097637345594],
  ["revenue", 1, 8697026808958300],
])("agrees with the author's published values: %s, seed %i", (text, seed, expected) => {
  expect(seededHash(text, seed)).toBe(expected);
});
