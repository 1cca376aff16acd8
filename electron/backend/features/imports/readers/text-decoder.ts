import { isUtf8 } from "node:buffer";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { type CharacterDecoder, markByte } from "./bad-bytes.ts";
import { createLegacyDecoder, isLegacy } from "./legacy-decoder.ts";

/** Decodes bytes that arrive in pieces. Bytes that mean nothing become lone surrogates, which no valid text holds. */
export interface PiecewiseDecoder {
  decode(bytes: Buffer, isLast: boolean): string;
}

export function createDecoder(encoding: TextEncoding): PiecewiseDecoder {
  const characters = isLegacy(encoding) ? createLegacyDecoder(encoding) : UNICODE[encoding];
  let held: Buffer = Buffer.alloc(0);
  let isFirst = true;
  return {
    decode(piece, isLast) {
      const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
      const usable = isLast ? bytes.length : bytes.length - characters.countOpenBytes(bytes);
      // Copied, because the caller fills the same memory again.
      held = Buffer.from(bytes.subarray(usable));
      const text = characters.decode(bytes.subarray(0, usable));
      if (!isFirst || text === "") return text;
      isFirst = false;
      return text.startsWith("\uFEFF") ? text.slice(1) : text;
    },
  };
}

const UNICODE = {
  "utf-8": {
    decode: (bytes) => (isUtf8(bytes) ? bytes.toString("utf8") : decodeMarkingBadBytes(bytes)),
    countOpenBytes: countOpenUtf8,
  },
  "utf-16le": {
    decode: (bytes) => bytes.toString("utf16le") + (bytes.length % 2 === 1 ? "\uDC00" : ""),
    countOpenBytes: (bytes) => countOpenUtf16(bytes, 1),
  },
  "utf-16be": {
    decode(bytes) {
      const even = bytes.length - (bytes.length % 2);
      const swapped = Buffer.from(bytes.subarray(0, even)).swap16().toString("utf16le");
      return even === bytes.length ? swapped : `${swapped}\uDC00`;
    },
    countOpenBytes: (bytes) => countOpenUtf16(bytes, 0),
  },
} satisfies Partial<Record<TextEncoding, CharacterDecoder>>;

/** `highByte` is the place of the high byte in each pair. */
function countOpenUtf16(bytes: Buffer, highByte: 0 | 1): number {
  const odd = bytes.length % 2;
  const last = bytes.length - odd - 2;
  if (last < 0) return odd;
  const high = bytes[last + highByte] ?? 0;
  return odd + (high >= 0xd8 && high <= 0xdb ? 2 : 0);
}

function countOpenUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

const sequenceLength = (lead: number) =>
  lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;

/** Length of the valid UTF-8 sequence at `at`; 0 when the byte there begins none. RFC 3629. */
export function validSequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = sequenceLength(lead);
  if (length < 2) return length;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let more = 2; more < length; more += 1) {
    const byte = bytes[at + more] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function decodeMarkingBadBytes(bytes: Buffer): string {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = validSequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(bytes.toString("utf8", from, at), markByte(bytes[at] ?? 0));
    at += 1;
    from = at;
  }
  parts.push(bytes.toString("utf8", from));
  return parts.join("");
}
