import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { CsvReader } from "./csv-reader.ts";
import { isRejected } from "./raw-row.ts";

/** Rows as [line, …cells], refused rows as [line, "!reason"]; the text arrives in pieces of the given size. */
function read(text: string, options: { delimiter?: string; piece?: number; maxRow?: number } = {}) {
  const reader = new CsvReader(options.delimiter ?? ",", options.maxRow);
  const size = options.piece ?? text.length;
  const rows = [];
  for (let at = 0; at < text.length; at += size)
    rows.push(...reader.push(text.slice(at, at + size), false));
  rows.push(...reader.push("", true));
  return rows.map((row) =>
    isRejected(row) ? [row.lineNumber, `!${row.reason}`] : [row.lineNumber, ...row.cells],
  );
}

const cases: [title: string, text: string, rows: (string | number)[][]][] = [
  [
    "plain rows",
    "a,b\nc,d\n",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "no line end at the end",
    "a,b\nc,",
    [
      [1, "a", "b"],
      [2, "c", ""],
    ],
  ],
  [
    "CRLF",
    "a,b\r\nc,d\r\n",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "mixed line ends",
    'a,b\r\nc,d\n"e",f\r\n',
    [
      [1, "a", "b"],
      [2, "c", "d"],
      [3, "e", "f"],
    ],
  ],
  [
    "CR alone",
    'a,b\r"c\rd",e\rf,g',
    [
      [1, "a", "b"],
      [2, "c\rd", "e"],
      [4, "f", "g"],
    ],
  ],
  ["a quoted comma", '"a,b",c\n', [[1, "a,b", "c"]]],
  [
    "line ends in a cell",
    '"a\r\nb\n\nc",d\ne,f\n',
    [
      [1, "a\r\nb\n\nc", "d"],
      [5, "e", "f"],
    ],
  ],
  ["doubled quotes", '"a ""b""",""\n', [[1, 'a "b"', ""]]],
  [
    "a quote inside a plain cell",
    '5" pipe,a\nb,c\n',
    [
      [1, '5" pipe', "a"],
      [2, "b", "c"],
    ],
  ],
  ["a forgiven quote on one line", '"a "b" c",d\n', [[1, 'a "b" c', "d"]]],
  ["blanks after a closing quote", '"a" ,b\n', [[1, "a", "b"]]],
  [
    "empty lines are no rows",
    "a,b\n\n\r\nc,d\n",
    [
      [1, "a", "b"],
      [4, "c", "d"],
    ],
  ],
  [
    "empty cells are",
    ",\n,,\n",
    [
      [1, "", ""],
      [2, "", "", ""],
    ],
  ],
  ["NUL and controls", "a\u0000b,\u0001\n", [[1, "a\u0000b", "\u0001"]]],
  [
    "an unclosed quote costs its line only",
    'a,b\n"c,d\ne,f\n"g",h\n',
    [
      [1, "a", "b"],
      [2, "!unclosedQuote"],
      [3, "e", "f"],
      [4, "g", "h"],
    ],
  ],
  [
    "an unclosed quote at the end",
    'a,b\nc,"d\ne,f',
    [
      [1, "a", "b"],
      [2, "!unclosedQuote"],
      [3, "e", "f"],
    ],
  ],
  ["a quote that closes at the very end", 'a,"b"', [[1, "a", "b"]]],
  ["a quote before CR at the very end", 'a,"b"\r', [[1, "a", "b"]]],
];

describe.each([1, 2, 3, 7, 1000])("in pieces of %i", (piece) => {
  // A "\r" alone can only be told from "\r\n" with the next character in sight.
  test.each(cases)("%s", (_title, text, rows) => expect(read(text, { piece })).toEqual(rows));
});

test("other delimiters, and none at all", () => {
  expect(read('a;"b;c"\n', { delimiter: ";" })).toEqual([[1, "a", "b;c"]]);
  expect(read("a\tb,c\n", { delimiter: "\t" })).toEqual([[1, "a", "b,c"]]);
  expect(read("a, b\nc\n", { delimiter: "" })).toEqual([
    [1, "a, b"],
    [2, "c"],
  ]);
});

test("the look-ahead for a closing quote and the length of a row are bounded", () => {
  const filler = "x,y\n".repeat(200);
  const rows = read(`"open,\n${filler}`, { maxRow: 100, piece: 16 });
  expect(rows[0]).toEqual([1, "!unclosedQuote"]);
  expect(rows).toHaveLength(201);
  expect(read(`a,b\n${"z".repeat(300)}\nc,d\n`, { maxRow: 100, piece: 16 })).toEqual([
    [1, "a", "b"],
    [2, "!tooLong"],
    [3, "c", "d"],
  ]);
});

test("agrees with Papa Parse on everything that is properly quoted, however it is cut", () => {
  const random = seeded(7);
  const alphabet = ["a", " ", ",", '"', "\n", "\r\n", "é", "😀", ";"];
  for (let round = 0; round < 300; round += 1) {
    const data = Array.from({ length: 1 + random(6) }, () =>
      Array.from({ length: 2 }, () =>
        Array.from({ length: random(8) }, () => alphabet[random(alphabet.length)]).join(""),
      ),
    );
    const text = Papa.unparse(data, { quotes: random(2) === 0, newline: "\n" });
    const cells = read(text, { piece: 1 + random(9) }).map(([, ...row]) => row);
    expect({ text, cells }).toEqual({ text, cells: data });
  }
});

/** Small whole numbers, the same in every run. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
