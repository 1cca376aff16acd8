import { expect, test } from "vitest";
import { parseReading, USUAL_READING } from "./reading.ts";

test.each([
  ["nothing", null, USUAL_READING],
  ["something else", "[", USUAL_READING],
  ["a list", "[]", USUAL_READING],
  ["one part", '{"sizePercent":150}', { ...USUAL_READING, sizePercent: 150 }],
  [
    "parts that make no sense",
    '{"sizePercent":900,"width":"huge","lines":"most"}',
    { ...USUAL_READING, lines: "most" },
  ],
])("read back: %s", (_name, stored, expected) => {
  expect(parseReading(stored)).toEqual(expected);
});
