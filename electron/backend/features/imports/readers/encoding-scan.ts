import { isAscii, isUtf8 } from "node:buffer";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { validSequenceLength } from "./text-decoder.ts";

/** Share of NULs on one side of the byte pairs that UTF-16 of a Latin script leaves. */
const UTF16_NULS = 0.2;
/** Bytes to which Windows-1252 gives no character. */
const UNUSED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Looks at every byte of a file. Valid UTF-8 is UTF-8; otherwise a file with hardly a valid multi-byte
 * sequence is Windows-1252, and one that is mostly sound stays UTF-8 with its bad rows rejected.
 */
export function createEncodingScan() {
  let marked: TextEncoding | null = null;
  let seen = 0;
  const nuls = [0, 0];
  let validSequences = 0;
  let badBytes = 0;
  let unusedBytes = 0;
  let open: Buffer = Buffer.alloc(0);

  function countSlowly(bytes: Buffer, isLast: boolean) {
    let at = 0;
    while (at < bytes.length) {
      const length = validSequenceLength(bytes, at);
      if (length === 0 && !isLast && bytes.length - at < 4 && (bytes[at] ?? 0) >= 0xc2) break;
      if (length > 1) validSequences += 1;
      if (length === 0) {
        badBytes += 1;
        if (UNUSED_IN_1252.has(bytes[at] ?? 0)) unusedBytes += 1;
      }
      at += Math.max(length, 1);
    }
    open = Buffer.from(bytes.subarray(at));
  }

  return {
    add(piece: Buffer, isLast: boolean) {
      if (seen === 0) {
        marked = byteOrderMark(piece);
        const sample = Math.min(piece.length, 65_536);
        for (let at = 0; at < sample; at += 1) if (piece[at] === 0) nuls[at % 2]! += 1;
        marked ??= utf16By(nuls, sample);
      }
      seen += piece.length;
      if (marked) return;
      const bytes = open.length > 0 ? Buffer.concat([open, piece]) : piece;
      if (isUtf8(bytes)) {
        open = Buffer.alloc(0);
        // Bytes beyond the number of characters: one or two for each multi-byte sequence.
        if (!isAscii(bytes)) validSequences += bytes.length - bytes.toString("utf8").length;
      } else countSlowly(bytes, isLast);
    },
    guess(): TextEncoding {
      if (marked) return marked;
      if (badBytes === 0 || unusedBytes > 0) return "utf-8";
      return validSequences >= badBytes ? "utf-8" : "windows-1252";
    },
  };
}

function byteOrderMark(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;
}

function utf16By(nuls: readonly number[], bytes: number): TextEncoding | null {
  const [even = 0, odd = 0] = nuls;
  const pairs = bytes / 2;
  if (odd > pairs * UTF16_NULS && even < odd / 10) return "utf-16le";
  if (even > pairs * UTF16_NULS && odd < even / 10) return "utf-16be";
  return null;
}
