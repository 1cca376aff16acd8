import { isAscii, isUtf8 } from "node:buffer";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { guessLegacyEncoding } from "./guess-legacy-encoding.ts";
import { validSequenceLength } from "./text-decoder.ts";
import { utf16ByContent, utf16OrUtf8ByMark } from "./unicode-signs.ts";

/** Bytes of lines with non-ASCII characters by which the language is told, in all and from one piece. */
const SAMPLE_BYTES = 65_536;
const SAMPLE_PIECE_BYTES = 8192;
/** Part of a sound piece in which sequences are counted; the rest is taken to be like it. */
const COUNTED_BYTES = 4096;

/**
 * Looks at every byte of a file. Valid UTF-8 is UTF-8, and so is a file that mostly is, whose bad rows are
 * rejected; in another one the language tells the encoding.
 */
export function createEncodingScan() {
  let marked: TextEncoding | null = null;
  let seen = 0;
  let validSequences = 0;
  let badBytes = 0;
  let open: Buffer = Buffer.alloc(0);
  const samples: Buffer[] = [];
  let sampled = 0;

  function countSlowly(bytes: Buffer, isLast: boolean) {
    let at = 0;
    while (at < bytes.length) {
      const length = validSequenceLength(bytes, at);
      if (length === 0 && !isLast && bytes.length - at < 4 && (bytes[at] ?? 0) >= 0xc2) break;
      if (length > 1) validSequences += 1;
      if (length === 0) badBytes += 1;
      at += Math.max(length, 1);
    }
    open = Buffer.from(bytes.subarray(at));
  }

  return {
    add(piece: Buffer, isLast: boolean) {
      if (seen === 0) marked = utf16OrUtf8ByMark(piece) ?? utf16ByContent(piece);
      seen += piece.length;
      if (marked) return;
      if (open.length === 0 && isAscii(piece)) return;
      const bytes = open.length > 0 ? Buffer.concat([open, piece]) : piece;
      if (isUtf8(bytes)) {
        open = Buffer.alloc(0);
        validSequences += estimateSequences(bytes);
        return;
      }
      countSlowly(bytes, isLast);
      if (sampled >= SAMPLE_BYTES) return;
      const sample = takeTellingLines(piece, Math.min(SAMPLE_PIECE_BYTES, SAMPLE_BYTES - sampled));
      samples.push(sample);
      sampled += sample.length;
    },
    guess(): TextEncoding {
      if (marked) return marked;
      if (badBytes === 0 || validSequences >= badBytes) return "utf-8";
      return guessLegacyEncoding(Buffer.concat(samples));
    },
  };
}

/** Beginnings of multi-byte characters in sound UTF-8; at least one where there is any. */
function estimateSequences(bytes: Buffer): number {
  let leads = 0;
  const counted = Math.min(bytes.length, COUNTED_BYTES);
  for (let at = 0; at < counted; at += 1) if ((bytes[at] ?? 0) >= 0xc2) leads += 1;
  return leads > 0 ? Math.round((leads * bytes.length) / counted) : isAscii(bytes) ? 0 : 1;
}

/** The lines with bytes above ASCII, copied, up to a number of bytes. Lines end alike in all encodings left. */
function takeTellingLines(piece: Buffer, most: number): Buffer {
  const lines: Buffer[] = [];
  let taken = 0;
  for (let from = 0; from < piece.length && taken < most;) {
    const lineEnd = piece.indexOf(0x0a, from);
    const end = lineEnd === -1 ? piece.length : lineEnd + 1;
    const line = piece.subarray(from, Math.min(end, from + most - taken));
    if (!isAscii(line)) {
      lines.push(line);
      taken += line.length;
    }
    from = end;
  }
  return Buffer.concat(lines);
}
