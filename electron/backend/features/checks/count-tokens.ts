import { countTokens as countExactly } from "gpt-tokenizer/encoding/o200k_base";

/** Texts are counted in pieces, because one endless word takes time that grows with its length squared. */
const PIECE_LENGTH = 2000;
/** "<|endoftext|>" and the like are ordinary text in an example. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** Tokens of a text by OpenAI's o200k_base; each cut of a long text may add one. */
export function countTokens(text: string): number {
  let tokens = 0;
  for (let start = 0; start < text.length; start += PIECE_LENGTH)
    tokens += countExactly(text.slice(start, start + PIECE_LENGTH), AS_TEXT);
  return tokens;
}
