import { expect, test } from "vitest";
import { foldText, listWords } from "./words.ts";

test.each([
  ["Hello,   WORLD", ["hello", "world"]],
  ["Naïve café nr. 12", ["naïve", "café", "nr", "12"]],
  ["我的 card丢了。", ["我", "的", "card", "丢", "了"]],
  ["ok 🎉❗️", ["ok", "🎉", "❗"]],
  ["ｆｕｌｌ－ｗｉｄｔｈ", ["full", "width"]],
  [" …—!? ", []],
])("%s", (text, words) => {
  expect(listWords(foldText(text))).toEqual(words);
});
