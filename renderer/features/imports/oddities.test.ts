import { expect, it } from "vitest";
import { type Preview, USUAL_TABLE } from "../../../shared/features/imports/contract.ts";
import { findOddities } from "./oddities.ts";

function preview(change: Partial<Preview> & { names?: string[] } = {}): Preview {
  const { names = ["text", "label"], ...rest } = change;
  return {
    fileName: "a.csv",
    bytes: 100,
    sha256: "",
    readAs: USUAL_TABLE,
    columns: names.map((name) => ({ name, role: "field" })),
    rows: [["Where is it?", "lost"]],
    rejects: [],
    facts: { sheets: [], configs: [], formats: [], shape: null, files: 1, notes: [] },
    sampledRows: 1,
    ragged: { short: 0, surplus: 0 },
    damaged: { cells: 0, examples: [] },
    formulaCells: 0,
    duplicateRows: 0,
    earlierImport: null,
    ...rest,
  };
}
const WINDOWS = { ...USUAL_TABLE, encoding: "windows-1252" } as const;

it("a clean file has nothing to be read about it", () => {
  expect(findOddities(preview())).toEqual([]);
});

it("another encoding is shown on the first row that depends on it", () => {
  const rows = [
    ["plain", "ham"],
    ["FreeMsg Hey there darling it's been 3 week's now, std chgs to send, £1.50 to rcv", "spam"],
  ];
  expect(findOddities(preview({ readAs: WINDOWS, rows }))).toEqual([
    {
      kind: "encoding",
      encoding: "windows-1252",
      row: 2,
      example: "… now, std chgs to send, £1.50 to rcv",
    },
  ]);
  expect(findOddities(preview({ readAs: WINDOWS }))).toMatchObject([{ row: null, example: "" }]);
});

it("damage is told with examples, and still told once it is mended", () => {
  const examples = Array.from({ length: 5 }, () => ({ before: "å£1", after: "£1" }));
  const damaged = { cells: 5, examples };
  const told = { kind: "damaged", cells: 5, rows: 1, examples: examples.slice(0, 2) };
  expect(findOddities(preview({ damaged }))).toEqual([{ ...told, isMended: false }]);
  const readAs = { ...USUAL_TABLE, repair: true };
  expect(findOddities(preview({ damaged, readAs }))).toEqual([{ ...told, isMended: true }]);
});

it("what is known of the file as a whole comes first", () => {
  const note = { code: "hiddenSheets", count: 1, names: "Old" } as const;
  const facts = { ...preview().facts, notes: [note] };
  expect(findOddities(preview({ facts, readAs: WINDOWS })).map(({ kind }) => kind)).toEqual([
    "note",
    "encoding",
  ]);
});

it("columns without a name are listed, and whether they hold anything", () => {
  const names = ["v1", "v2", "column 3", "column 4"];
  const rows = [["ham", "text", "", " "]];
  expect(findOddities(preview({ names, rows }))).toEqual([
    { kind: "unnamed", columns: ["column 3", "column 4"], areEmpty: true },
  ]);
  expect(findOddities(preview({ names, rows: [["ham", "a", "b", ""]] }))).toMatchObject([
    { areEmpty: false },
  ]);
});

it("a table without a header says so once, not for each column", () => {
  const names = ["column 1", "column 2"];
  const readAs = { ...WINDOWS, encoding: "utf-8", hasHeader: false } as const;
  expect(findOddities(preview({ names, readAs }))).toEqual([{ kind: "noHeader" }]);
});
