import { describe, expect, test } from "vitest";
import { learnPassages, type Passage } from "./known-passages.ts";

/** Where a passage stands in a text, counted in code points. */
function passage(input: string, words: string, labelId: string): Passage {
  const start = Array.from(input.slice(0, input.indexOf(words))).length;
  return { start, end: start + Array.from(words).length, labelId };
}
const answer = (input: string, ...spans: [words: string, labelId: string][]) => ({
  input,
  spans: spans.map(([words, labelId]) => passage(input, words, labelId)),
});
/** What is found, as words and labels. */
function find(known: ReturnType<typeof learnPassages>, text: string) {
  const points = Array.from(text);
  return known
    .find(text)
    .map(({ start, end, labelId }) => [points.slice(start, end).join(""), labelId]);
}

describe("passages that were labelled before", () => {
  test("are found again as whole words, the longest first", () => {
    const known = learnPassages([
      answer("Flight to New York leaves", ["New York", "place"]),
      answer("York is old", ["York", "place"]),
      answer("take aspirin now", ["aspirin", "drug"]),
    ]);
    expect(find(known, "From New York to York with aspirin, not aspirins or Yorkshire")).toEqual([
      ["New York", "place"],
      ["York", "place"],
      ["aspirin", "drug"],
    ]);
  });

  test("have the label that most gave them, and say how often", () => {
    const known = learnPassages([
      answer("May came", ["May", "person"]),
      answer("May left", ["May", "person"]),
      answer("in May", ["May", "month"]),
    ]);
    const [found] = known.find("Is it May?");
    expect(found).toMatchObject({ start: 6, end: 9, labelId: "person" });
    expect(found?.confidence).toBeCloseTo(2 / 3, 12);
  });

  test("are left alone where they mostly were left alone", () => {
    const known = learnPassages([
      answer("the bank closed", ["bank", "organisation"]),
      answer("the river bank"),
      answer("on the bank of the river"),
    ]);
    expect(known.find("a bank")).toEqual([]);
  });

  test.each([
    ["😀 Dr Weiß 👩‍⚕️ called", "Dr Weiß"],
    ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦 saw Dr Weiß", "Dr Weiß"],
    ["日本 Dr Weiß", "Dr Weiß"],
  ])("are counted in code points in “%s”", (text, words) => {
    const known = learnPassages([answer("🎉 with Dr Weiß 🎉", ["Dr Weiß", "person"])]);
    expect(find(known, text)).toEqual([[words, "person"]]);
  });

  test("are nothing special when they look like patterns", () => {
    const known = learnPassages([answer("cost $5.00 (approx.)", ["5.00", "price"])]);
    expect(find(known, "now 5.00 or 5x00 [a-z]+")).toEqual([["5.00", "price"]]);
  });
});
