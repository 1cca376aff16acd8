import { describe, expect, test } from "vitest";
import { findLabelWarnings } from "./label-warnings.ts";

const kinds = (...names: string[]) => findLabelWarnings(names).map(({ kind }) => kind);

describe("names that are what they look like raise no warning", () => {
  test.each([
    [["refund", "card arrival", "card not working"]],
    [["Rückgabe", "Überweisung", "Ärger", "argern"]],
    [["возврат", "карта", "оплата"]],
    [["כרטיס", "החזר", "بطاقة", "استرداد"]],
    [["می‌خواهم", "नमस्‍ते"]],
    [["👩‍⚕️ doctor", "👩🏽‍💻 developer", "❤️", "🏳️‍🌈", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]],
    [["返金", "カード", "카드"]],
    [["C++", "C#", "C"]],
  ])("%j", (names) => expect(kinds(...names)).toEqual([]));
});

test("a name with characters that nobody sees is named with them", () => {
  expect(findLabelWarnings(["re\u200Bfund", "\u202Edrac", "spam\u200D"])).toEqual([
    { kind: "invisible", name: "re\u200Bfund", characters: ["U+200B"] },
    { kind: "invisible", name: "\u202Edrac", characters: ["U+202E"] },
    { kind: "invisible", name: "spam\u200D", characters: ["U+200D"] },
  ]);
  expect(kinds("spam\uFEFF", "ham\u00AD", "h\u0000am")).toContain("invisible");
});

test("two names that look the same are named together", () => {
  const cyrillic = "sраm";
  expect(findLabelWarnings(["spam", cyrillic])).toEqual([
    { kind: "mixedScripts", name: cyrillic },
    { kind: "lookAlike", names: ["spam", cyrillic] },
  ]);
  for (const [a, b] of [
    ["spam", "Spam"],
    ["spam", " spam"],
    ["card arrival", "card  arrival"],
    ["café", "cafe\u0301"],
    ["ham", "ha\u200Bm"],
    ["ＳＰＡＭ", "spam"],
    ["сор", "cop"],
    ["Ill", "ill"],
    ["O2", "02"],
    ["pre-paid", "pre–paid"],
  ] as const)
    expect({ a, b, kinds: kinds(a, b) }).toMatchObject({
      kinds: expect.arrayContaining(["lookAlike"]),
    });
  expect(kinds("café", "cafe")).toEqual([]);
});
