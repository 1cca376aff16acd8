/** Turns whole characters into text, and says how many bytes at the end of a piece are the start of one. */
export interface CharacterDecoder {
  decode(bytes: Buffer): string;
  countOpenBytes(bytes: Buffer): number;
}

/** What stands for a byte that could not be decoded: half of a pair, which no valid text holds. */
export const markByte = (byte: number): string => String.fromCharCode(0xdc00 + byte);

/** The first byte that could not be decoded, as hexadecimal; "" when the text merely holds half a pair. */
export function firstBadByte(text: string): string {
  // With the "u" flag the two halves of a sound pair are never seen apart.
  const at = text.search(/[\uDC80-\uDCFF]/u);
  return at === -1 ? "" : `0x${(text.charCodeAt(at) - 0xdc00).toString(16).toUpperCase()}`;
}
