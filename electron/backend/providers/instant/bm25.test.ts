import { expect, test } from "vitest";
import { buildBm25Index, createBm25Search } from "./bm25.ts";

const search = (texts: string[], question: string) =>
  createBm25Search(buildBm25Index(texts))(question);

test.each([
  ["a rare word counts more than a frequent one", ["the cat", "the dog", "the cow"], "the cow", 2],
  ["a frequent word alone still finds something", ["the cat", "the dog"], "the", 0],
  [
    "the shorter of two texts with the same word",
    ["gout and much else besides", "gout"],
    "gout",
    1,
  ],
  [
    "repeats count, but less and less",
    ["tea tea tea tea milk", "tea cup milk sun rain"],
    "tea cup",
    1,
  ],
  ["of equal texts the first", ["same text", "same text"], "text", 0],
  ["case and width do not matter", ["ＧＯＵＴ"], "gout", 0],
  ["no shared word", ["cat"], "dog", null],
  ["an empty question", ["cat"], "", null],
  ["empty texts", ["", ""], "cat", null],
  ["no texts", [], "cat", null],
])("%s", (_, texts, question, expected) => {
  expect(search(texts, question)).toBe(expected);
});
