import { expect, it } from "vitest";
import type { Preview } from "../../../shared/features/imports/contract.ts";
import { findOddities } from "./oddities.ts";

function preview(change: Partial<Preview> & { names?: string[] } = {}): Preview {
  const { names = ["text", "label"], ...rest } = change;
  return {
    fileName: "a.csv",
    bytes: 100,
    sha256: "",
    readAs: { format: "csv", encoding: "utf-8", delimiter: ",", hasHeader: true },
    columns: names.map((name) => ({ name, role: "field" })),
    rows: [["Where is it?", "lost"]],
    rejects: [],
    earlierImport: null,
    ...rest,
  };
}
const WINDOWS = {
  format: "csv",
  encoding: "windows-1252",
  delimiter: ",",
  hasHeader: true,
} as const;

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
      example: "…ow, std chgs to send, £1.50 to rcv",
    },
  ]);
  expect(findOddities(preview({ readAs: WINDOWS }))).toMatchObject([{ row: null, example: "" }]);
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
