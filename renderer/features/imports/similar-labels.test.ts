import { expect, it } from "vitest";
import { findLookAlikes, looksAlike } from "./similar-labels.ts";

it.each([
  ["Refund", "refund", true],
  ["card payment", "card_payment", true],
  ["café", "cafe", true],
  ["refund", "refunds", true],
  ["refund", "refnud", true],
  ["refund", "rerund", true],
  ["spam", "sраm", true],
  ["spam", "ham", false],
  ["hat", "hot", false],
  ["grade 1", "grade 2", false],
  ["delivery", "delay", false],
  ["?", "!", false],
  ["投诉", "投訴", false],
])("“%s” and “%s”: %s", (a, b, expected) => {
  expect(looksAlike(a, b)).toBe(expected);
  expect(looksAlike(b, a)).toBe(expected);
});

it("names each doubtful new label once, beside the one that is here or more frequent", () => {
  const fresh = [
    { name: "delivery", rows: 40 },
    { name: "Refund", rows: 9 },
    { name: "delivrey", rows: 1 },
    { name: "other", rows: 1 },
  ];
  expect(findLookAlikes(fresh, ["Rerund", "refund"])).toEqual([
    { name: "Refund", like: "Rerund", isHere: true },
    { name: "delivrey", like: "delivery", isHere: false },
  ]);
});
