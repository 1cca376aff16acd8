import { isUtf8 } from "node:buffer";
import type { TextEncoding } from "#shared/features/imports/contract.ts";

/** Decodes bytes that arrive in pieces. Bytes that mean nothing become lone surrogates, which no valid text holds. */
export interface PiecewiseDecoder {
  decode(bytes: Buffer, isLast: boolean): string;
}

export function createDecoder(encoding: TextEncoding): PiecewiseDecoder {
  const decode = DECODERS[encoding];
  let held: Buffer = Buffer.alloc(0);
  let isFirst = true;
  return {
    decode(piece, isLast) {
      const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
      const usable = isLast ? bytes.length : bytes.length - countOpenBytes(bytes, encoding);
      // Copied, because the caller fills the same memory again.
      held = Buffer.from(bytes.subarray(usable));
      const text = decode(bytes.subarray(0, usable));
      if (!isFirst || text === "") return text;
      isFirst = false;
      return text.startsWith("\uFEFF") ? text.slice(1) : text;
    },
  };
}

const windows1252 = new TextDecoder("windows-1252");
const DECODERS: Record<TextEncoding, (bytes: Buffer) => string> = {
  "utf-8": (bytes) => (isUtf8(bytes) ? bytes.toString("utf8") : decodeMarkingBadBytes(bytes)),
  "utf-16le": (bytes) => bytes.toString("utf16le") + (bytes.length % 2 === 1 ? "\uDC00" : ""),
  "utf-16be": (bytes) => {
    const even = bytes.length - (bytes.length % 2);
    const swapped = Buffer.from(bytes.subarray(0, even)).swap16().toString("utf16le");
    return even === bytes.length ? swapped : `${swapped}\uDC00`;
  },
  "windows-1252": (bytes) => windows1252.decode(bytes),
};

/** Bytes at the end that belong to a character whose other bytes are still to come. */
function countOpenBytes(bytes: Buffer, encoding: TextEncoding): number {
  if (encoding === "windows-1252") return 0;
  if (encoding !== "utf-8") {
    const odd = bytes.length % 2;
    const last = bytes.length - odd - 2;
    if (last < 0) return odd;
    const high = encoding === "utf-16le" ? bytes[last + 1] : bytes[last];
    return odd + (high !== undefined && high >= 0xd8 && high <= 0xdb ? 2 : 0);
  }
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
    parts.push(bytes.toString("utf8", from, at), String.fromCharCode(0xdc00 + (bytes[at] ?? 0)));
    at += 1;
    from = at;
  }
  parts.push(bytes.toString("utf8", from));
  return parts.join("");
}

/** The first byte that could not be decoded, as hexadecimal; "" when the text merely holds half a pair. */
export function firstBadByte(text: string): string {
  // With the "u" flag the two halves of a sound pair are never seen apart.
  const at = text.search(/[\uDC80-\uDCFF]/u);
  return at === -1 ? "" : `0x${(text.charCodeAt(at) - 0xdc00).toString(16).toUpperCase()}`;
}
