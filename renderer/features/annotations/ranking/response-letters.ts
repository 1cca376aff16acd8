/** What a response is called on screen: A, B, … Z, and numbers after that. */
export const letterOf = (response: number): string =>
  response < 26 ? String.fromCodePoint(65 + response) : String(response + 1);
