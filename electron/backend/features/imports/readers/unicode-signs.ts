import type { TextEncoding } from "#shared/features/imports/contract.ts";

const SAMPLE_BYTES = 65_536;
/** Share of pairs with a NUL on one side that UTF-16 leaves: of a Latin script, and of any with line breaks. */
const LATIN_NULS = 0.2;
const LEAST_NULS = 0.01;

/** What the first bytes say outright. */
export function utf16OrUtf8ByMark(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;
}

/** UTF-16 without a mark: NULs beside the ASCII characters, on one side only. */
export function utf16ByContent(piece: Buffer): TextEncoding | null {
  const sample = piece.subarray(0, Math.min(piece.length, SAMPLE_BYTES) & ~1);
  const nuls: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) nuls[at & 1 ? 1 : 0] += 1;
  const [even, odd] = nuls;
  if (isOneSided(odd, even, sample, false)) return "utf-16le";
  if (isOneSided(even, odd, sample, true)) return "utf-16be";
  return null;
}

function isOneSided(nuls: number, others: number, sample: Buffer, isBig: boolean): boolean {
  const share = nuls / (sample.length / 2);
  if (nuls < 2 || others > nuls / 10 || share < LEAST_NULS) return false;
  return share > LATIN_NULS || readsAsUtf16(sample, isBig);
}

/** Few NULs, as in Chinese: then the units must make sense, and the line breaks be among them. */
function readsAsUtf16(sample: Buffer, isBig: boolean): boolean {
  const text = (isBig ? Buffer.from(sample).swap16() : sample).toString("utf16le");
  // The sample may have cut a pair at its end.
  return (
    text.includes("\n") && text.slice(0, -1).isWellFormed() && !/[^\P{Cc}\t\n\r]|\uFFFE/u.test(text)
  );
}
