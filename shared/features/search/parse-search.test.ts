import { expect, test } from "vitest";
import { matchExpressions } from "./match-expression.ts";
import { createTextMatcher } from "./matches-text.ts";
import { parseSearch } from "./parse-search.ts";

test.each<[typed: string, terms: string[]]>([
  ["", []],
  ["card", ["beginning card"]],
  ["lost card", ["words lost", "beginning card"]],
  ["lost card ", ["words lost", "words card"]],
  ["a", ["words a"]],
  ['"lost card"', ["words lost card"]],
  ['"lost ca', ["words lost ca"]],
  ["-fee card", ["not words fee", "beginning card"]],
  ['-"bank fee" card.', ["not words bank fee", "words card."]],
  ["e-mail", ["beginning e-mail"]],
  ["50%", ["part 50%"]],
  ["card_lost", ["part card_lost"]],
  ["C++ card", ["part C++", "beginning card"]],
  ["カード", ["part カード"]],
  ["กรุงเทพ", ["part กรุงเทพ"]],
  ["👩‍🔬", ["part 👩‍🔬"]],
  ["-", ["part -"]],
  ['""', []],
  ["AND NOT NEAR(a b)", ["words AND", "words NOT", "words NEAR(a", "words b)"]],
  ['a" OR "b', ["words a", "words OR", "words b"]],
])("%j is read as %j", (typed, terms) => {
  const read = parseSearch(typed).map(
    ({ text, kind, excluded }) => `${excluded ? "not " : ""}${kind} ${text}`,
  );
  expect(read.map((term) => term.replaceAll('"', ""))).toEqual(terms);
});

test.each<[typed: string, wanted: string | null, unwanted: string | null]>([
  ["lost ca", '("lost") AND ("ca" *)', null],
  ["card -fee -tax", '(("card")) NOT ("fee" OR "tax")', null],
  ["-fee", null, '"fee"'],
  ["50%", null, null],
  ['e-mail "from me"', '("e mail") AND ("from me")', null],
])("%j asks the index for %j, and not for %j", (typed, wanted, unwanted) => {
  expect(matchExpressions(parseSearch(typed))).toEqual({ wanted, unwanted });
});

test("a pattern that would keep a regular expression busy for ever is just text", () => {
  const matches = createTextMatcher(parseSearch("(a+)+$"));
  expect(matches(["a".repeat(100_000)])).toBe(false);
  expect(matches(["what does (a+)+$ mean?"])).toBe(true);
});
