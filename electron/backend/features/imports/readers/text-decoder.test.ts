import { expect, test } from "vitest";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { createEncodingScan } from "./encoding-scan.ts";
import { firstBadByte } from "./bad-bytes.ts";
import { createDecoder } from "./text-decoder.ts";

function guess(bytes: Buffer, piece = 3): TextEncoding {
  const scan = createEncodingScan();
  scan.add(bytes.subarray(0, 4096), bytes.length <= 4096);
  for (let at = 4096; at < bytes.length; at += piece)
    scan.add(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  return scan.guess();
}
function decode(bytes: Buffer, encoding: TextEncoding, piece: number): string {
  const decoder = createDecoder(encoding);
  let text = "";
  for (let at = 0; at < bytes.length; at += piece)
    text += decoder.decode(bytes.subarray(at, at + piece), false);
  return text + decoder.decode(Buffer.alloc(0), true);
}

const SAMPLE = "text,label\r\nCafé – “naïve” €5 😀,wörk\r\n";
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const files: [string, Buffer, TextEncoding][] = [
  ["UTF-8", Buffer.from(SAMPLE), "utf-8"],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${SAMPLE}`), "utf-8"],
  ["UTF-16 LE with a mark", Buffer.from(`\uFEFF${SAMPLE}`, "utf16le"), "utf-16le"],
  ["UTF-16 LE", Buffer.from(SAMPLE, "utf16le"), "utf-16le"],
  ["UTF-16 BE with a mark", utf16be(`\uFEFF${SAMPLE}`), "utf-16be"],
  ["UTF-16 BE", utf16be(SAMPLE), "utf-16be"],
];
test.each(files)("%s is recognised and decoded, however it is cut", (_title, bytes, encoding) => {
  expect(guess(bytes)).toBe(encoding);
  for (const piece of [1, 2, 3, 5, 1000]) expect(decode(bytes, encoding, piece)).toBe(SAMPLE);
});

test("Windows-1252 is told from damaged UTF-8 by which of the two most bytes fit", () => {
  const old = Buffer.from("caf\xe9 \x805", "latin1");
  expect(guess(old)).toBe("windows-1252");
  expect(decode(old, "windows-1252", 2)).toBe("café €5");
  const damaged = Buffer.concat([Buffer.from("é ü ö\n"), Buffer.from([0xff]), Buffer.from("\nß")]);
  expect(guess(damaged)).toBe("utf-8");
  // Far apart: the sound part and the damage are seen in different pieces.
  expect(
    guess(Buffer.concat([Buffer.from("é".repeat(4000)), Buffer.from([0x61, 0xff, 0x61])])),
  ).toBe("utf-8");
});

test("a byte that means nothing is marked, not replaced, and can be named", () => {
  const bytes = Buffer.concat([
    Buffer.from("a\uFFFDé"),
    Buffer.from([0xff, 0x62, 0xed, 0xa0, 0x80]),
  ]);
  const text = decode(bytes, "utf-8", 2);
  expect(text.startsWith("a\uFFFDé\uDCFFb")).toBe(true);
  expect(text.isWellFormed()).toBe(false);
  expect(firstBadByte(text)).toBe("0xFF");
});
