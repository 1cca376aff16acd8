import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { type CharacterDecoder, markByte } from "./bad-bytes.ts";

/** The encodings from before Unicode: one byte a character, or one to four. */
export type LegacyEncoding = Exclude<TextEncoding, "utf-8" | "utf-16le" | "utf-16be">;
type ManyByteEncoding = Extract<LegacyEncoding, "shift_jis" | "gb18030" | "big5" | "euc-kr">;

export const isLegacy = (encoding: TextEncoding): encoding is LegacyEncoding =>
  !encoding.startsWith("utf-");

/** Bytes of the character that begins with `lead`, by the byte after it. */
const LENGTHS: Record<ManyByteEncoding, (lead: number, next: number) => number> = {
  shift_jis: (lead) => ((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc) ? 2 : 1),
  gb18030: (lead, next) => (lead < 0x81 || lead > 0xfe ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2),
  big5: (lead) => (lead >= 0x81 && lead <= 0xfe ? 2 : 1),
  "euc-kr": (lead) => (lead >= 0x81 && lead <= 0xfe ? 2 : 1),
};
/** Single bytes above ASCII that are characters. */
const SINGLES: Record<ManyByteEncoding, (byte: number) => boolean> = {
  shift_jis: (byte) => byte >= 0xa1 && byte <= 0xdf,
  gb18030: (byte) => byte === 0x80,
  big5: () => false,
  "euc-kr": () => false,
};

/** Where a converter had nothing better, it leaves control characters of this range or private ones. */
const DOUBTFUL = /[\u0080-\u009F\uE000-\uF8FF\uFFFD]/;
const C1 = /[\u0080-\u009F]/g;

/** Decodes whole characters; bytes that are none are marked. */
export function createLegacyDecoder(encoding: LegacyEncoding): CharacterDecoder {
  if (!isManyByte(encoding)) return createSingleByteDecoder(encoding);
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const lengthOf = LENGTHS[encoding];
  const one = createCharacterLookup(strict);
  const isSingle = SINGLES[encoding];

  function decodeSlowly(bytes: Buffer): string {
    const parts: string[] = [];
    let at = 0;
    while (at < bytes.length) {
      const lead = bytes[at] ?? 0;
      const length = lead < 0x80 ? 1 : lengthOf(lead, bytes[at + 1] ?? 0);
      const isSound = length > 1 ? at + length <= bytes.length : lead < 0x80 || isSingle(lead);
      const text = isSound ? one(bytes, at, length) : null;
      if (text !== null) {
        parts.push(text);
        at += length;
        continue;
      }
      parts.push(markByte(lead));
      // A byte of ASCII behind it, perhaps the delimiter, is kept; another half is lost with the first.
      const second = bytes[at + 1] ?? 0;
      if (length > 1 && second >= 0x80) parts.push(markByte(second));
      at += length > 1 && second >= 0x80 ? 2 : 1;
    }
    return parts.join("");
  }

  return {
    decode(bytes) {
      try {
        const text = strict.decode(bytes);
        if (!DOUBTFUL.test(text)) return text;
      } catch {
        // Some byte is wrong; which one is found below.
      }
      return decodeSlowly(bytes);
    },
    countOpenBytes: (bytes) => countOpen(bytes, lengthOf),
  };
}

const isManyByte = (encoding: LegacyEncoding): encoding is ManyByteEncoding => encoding in LENGTHS;

/** No byte below 0x30 is ever the second half of a character: from there on the halves can be told apart. */
function countOpen(bytes: Buffer, lengthOf: (lead: number, next: number) => number): number {
  let at = bytes.length;
  while (at > 0 && (bytes[at - 1] ?? 0) >= 0x30) at -= 1;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const isAlone = lead >= 0x80 && at + 1 === bytes.length;
    const length = lead < 0x80 ? 1 : lengthOf(lead, bytes[at + 1] ?? 0);
    if ((isAlone && length > 1) || at + length > bytes.length) return bytes.length - at;
    at += length;
  }
  return 0;
}

/** One character at a time, remembered, because a damaged file asks for the same ones again and again. */
function createCharacterLookup(strict: TextDecoder) {
  const known = new Map<number, string | null>();
  return function one(bytes: Buffer, at: number, length: number): string | null {
    const code = bytes.readUIntBE(at, length);
    const found = known.get(code);
    if (found !== undefined) return found;
    const text = decodeOne(strict, bytes.subarray(at, at + length));
    known.set(code, text);
    return text;
  };
}

function decodeOne(strict: TextDecoder, bytes: Buffer): string | null {
  try {
    const text = strict.decode(bytes);
    // A few of Big5 are a letter and its accent.
    const isOne = /^.\p{M}?$/su.test(text);
    return isOne && !/[\u0080-\u009F\uFFFD]/.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Each byte is a character, or nothing: such bytes decode as control characters that no text holds. */
function createSingleByteDecoder(encoding: LegacyEncoding): CharacterDecoder {
  const decoder = new TextDecoder(encoding);
  return {
    decode: (bytes) =>
      decoder.decode(bytes).replace(C1, (control) => markByte(control.charCodeAt(0))),
    countOpenBytes: () => 0,
  };
}
