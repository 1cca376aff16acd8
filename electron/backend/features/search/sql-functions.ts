import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { answerTexts } from "#shared/features/annotations/answer-texts.ts";
import { createTextMatcher, foldCase } from "#shared/features/search/matches-text.ts";
import { parseSearch } from "#shared/features/search/parse-search.ts";
import type { Db } from "../../db/open.ts";

const textsIn = (value: string | null): string =>
  value === null ? "" : answerTexts(JSON.parse(value) as AnswerValue);

/** Lets a connection read texts as a search does, for what the index of words does not hold. */
export function installSearchFunctions(db: Db): void {
  let typed = "";
  let matches = createTextMatcher([]);
  db.function("answer_text", { deterministic: true }, textsIn);
  db.function("contains_folded", { deterministic: true }, (text: string, folded: string) =>
    Number(foldCase(text).includes(folded)),
  );
  db.function(
    "matches_search",
    { deterministic: true },
    (search: string, input: string, answer: string | null) => {
      if (search !== typed) {
        matches = createTextMatcher(parseSearch(search));
        typed = search;
      }
      return Number(matches([input, textsIn(answer)]));
    },
  );
}
