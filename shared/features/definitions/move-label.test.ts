import { expect, test } from "vitest";
import { moveTo } from "./move-label.ts";

test.each([
  { item: "c", to: 0, after: "cabd" },
  { item: "a", to: 2, after: "bcad" },
  { item: "a", to: 99, after: "bcda" },
  { item: "b", to: 1, after: "abcd" },
])("moving $item to $to gives $after", ({ item, to, after }) => {
  expect(moveTo(Array.from("abcd"), item, to).join("")).toBe(after);
});
