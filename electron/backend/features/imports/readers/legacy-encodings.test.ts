import { expect, test } from "vitest";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { encodeText } from "../../../testing/encode-text.ts";
import { SENTENCES } from "../../../testing/legacy-sentences.ts";
import { firstBadByte } from "./bad-bytes.ts";
import { createEncodingScan } from "./encoding-scan.ts";
import { createDecoder } from "./text-decoder.ts";

function guess(bytes: Buffer, piece = bytes.length): TextEncoding {
  const scan = createEncodingScan();
  for (let at = 0; at < bytes.length; at += piece)
    scan.add(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  return scan.guess();
}
function decode(bytes: Buffer, encoding: TextEncoding, piece = bytes.length): string {
  const decoder = createDecoder(encoding);
  let text = "";
  for (let at = 0; at < bytes.length; at += piece)
    text += decoder.decode(bytes.subarray(at, at + piece), false);
  return text + decoder.decode(Buffer.alloc(0), true);
}
const asFile = (text: string) => `id,text\r\n1,"${text}"\r\n`;

test.each(SENTENCES)(
  "%s in %s is recognised and decoded, however it is cut",
  (_language, encoding, text) => {
    const bytes = encodeText(asFile(text), encoding);
    expect(guess(bytes)).toBe(encoding);
    for (const piece of [1, 2, 3, 7]) expect(decode(bytes, encoding, piece)).toBe(asFile(text));
  },
);

/** Excerpts of `size` characters from every sentence that hold something beyond ASCII. */
function* excerpts(size: number) {
  for (const [, encoding, text] of SENTENCES)
    for (let at = 0; at + size <= text.length; at += 7) {
      const excerpt = text.slice(at, at + size);
      if (/[^\0-\x7F]/.test(excerpt)) yield { excerpt, encoding };
    }
}

// The rest holds one accented letter that two encodings share: there the user is shown the rows and chooses.
test.each([
  [8, 0.9],
  [15, 0.92],
  [30, 0.95],
  [60, 0.99],
])("of files with %i characters of text, at least the share %f arrives unharmed", (size, share) => {
  const all = [...excerpts(size)];
  const unharmed = all.filter(({ excerpt, encoding }) => {
    const bytes = encodeText(asFile(excerpt), encoding);
    return decode(bytes, guess(bytes)) === asFile(excerpt);
  });
  expect(all.length).toBeGreaterThan(200);
  expect(unharmed.length / all.length).toBeGreaterThanOrEqual(share);
});

test("a four-byte character of GB18030 is never cut in two", () => {
  const bytes = Buffer.concat([
    encodeText("中", "gb18030"),
    Buffer.from([0x94, 0x39, 0xfc, 0x36]),
    encodeText(",文", "gb18030"),
  ]);
  for (const piece of [1, 2, 3, 4, 5]) expect(decode(bytes, "gb18030", piece)).toBe("中😀,文");
});

test.each([
  ["shift_jis", "日本,", [0xff], "0xFF"],
  ["shift_jis", "日本,", [0x93], "0x93"],
  ["gb18030", "中文,", [0xff], "0xFF"],
  ["big5", "中文,", [0xff, 0xff], "0xFF"],
  ["euc-kr", "한국,", [0x88], "0x88"],
  ["windows-1252", "né,", [0x81], "0x81"],
  ["windows-1251", "да,", [0x98], "0x98"],
  ["iso-8859-15", "né,", [0x9d], "0x9D"],
] as const)(
  "%s: a byte that is no character is marked, and the delimiter behind it is kept",
  (encoding, text, bad, name) => {
    const sound = encodeText(text, encoding);
    const bytes = Buffer.concat([sound, Buffer.from(bad), sound.subarray(-1), sound]);
    for (const piece of [1, 2, 3, 100]) {
      const decoded = decode(bytes, encoding, piece);
      expect(decoded.isWellFormed()).toBe(false);
      expect(firstBadByte(decoded)).toBe(name);
      expect(decoded.replace(/[\uDC80-\uDCFF]/g, "?")).toBe(
        `${text}${"?".repeat(bad.length)},${text}`,
      );
    }
  },
);

test("UTF-16 without a mark is recognised in Chinese, where hardly a byte is NUL", () => {
  const text = "编号,内容\n1,我的银行卡什么时候能到，上周订购的商品还没有发货请尽快处理\n".repeat(
    3,
  );
  expect(guess(encodeText(text, "utf-16le"))).toBe("utf-16le");
  expect(guess(encodeText(text, "utf-16be"))).toBe("utf-16be");
});

test("a NUL in a cell makes no UTF-16 of a file", () => {
  expect(guess(Buffer.from("a,\0b\n"))).toBe("utf-8");
  expect(guess(Buffer.from("text,label\nsome\0words,x\nmore words,y\n"))).toBe("utf-8");
});

test("a stray byte in a file of plain ASCII is rejected, not taken for a letter", () => {
  expect(
    guess(Buffer.concat([Buffer.from("text,label\na"), Buffer.from([0xff]), Buffer.from("b,c\n")])),
  ).toBe("utf-8");
});
