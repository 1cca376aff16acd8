/** Windows-1252 from 0x80 to 0x9F; a byte without a character stands for itself, as browsers have it. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
/** Mac OS Roman from 0x80. */
const MAC_ROMAN =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

const toBytes = (table: string) =>
  new Map(Array.from(table, (character, index) => [character.charCodeAt(0), 0x80 + index]));
const WINDOWS_BYTES = toBytes(WINDOWS_1252);
const MAC_BYTES = toBytes(MAC_ROMAN);

/** The byte that was read as this character by Windows-1252 or Latin-1; -1 when none was. */
export const windowsByte = (code: number): number =>
  code < 0x100 ? code : (WINDOWS_BYTES.get(code) ?? -1);
/** The byte for a character in Mac OS Roman; -1 when it has none. */
export const macByte = (code: number): number => (code < 0x80 ? code : (MAC_BYTES.get(code) ?? -1));

/** What Windows-1252 shows for a byte. */
export const windowsCharacter = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? "") : String.fromCharCode(byte);

/** UTF-8 of one character beyond ASCII. */
export function utf8Bytes(codePoint: number): number[] {
  const tail = (shift: number) => 0x80 | ((codePoint >> shift) & 0x3f);
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), tail(0)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), tail(6), tail(0)];
  return [0xf0 | (codePoint >> 18), tail(12), tail(6), tail(0)];
}
