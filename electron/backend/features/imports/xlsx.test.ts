import { expect, test } from "vitest";
import { textCell, xlsxFile, xlsxParts } from "../../testing/files/xlsx-file.ts";
import { zipFile } from "../../testing/files/zip-file.ts";
import { mapped, openImportProject } from "../../testing/open-import-project.ts";

const header = `<row r="1">${textCell("A1", "text")}${textCell("B1", "label")}</row>`;

test("a workbook's cells arrive as the text a person sees in them", async () => {
  const { client, backend, grant } = await openImportProject();
  const cells = [
    textCell("A2", "007"),
    '<c r="B2" s="1"><v>7</v></c>',
    '<c r="C2" t="b"><v>1</v></c>',
    '<c r="D2" s="2"><v>45000</v></c>',
    '<c r="E2"><v>0.30000000000000004</v></c>',
    '<c r="F2"><v>123456789012345</v></c>',
    '<c r="G2" s="3"><v>0.125</v></c>',
    '<c r="H2" t="e"><v>#N/A</v></c>',
    '<c r="I2" t="s"><v>0</v></c>',
    '<c r="J2" t="str"><f>A2&amp;"!"</f><v>007!</v></c>',
    '<c r="K2"><f>1+1</f></c>',
    textCell("L2", "SEPT2"),
    textCell("M2", "1E5"),
    textCell("N2", "line_x000D_\nend"),
  ];
  const names = "ABCDEFGHIJKLMN"
    .split("")
    .map((column) => textCell(`${column}1`, `text ${column}`));
  const fileId = grant(
    "cells.xlsx",
    xlsxFile(
      [
        {
          name: "Data",
          rows: `<row r="1">${names.join("")}</row><row r="2">${cells.join("")}</row>`,
        },
      ],
      {
        formats: ["000", "dd/mm/yyyy", "0.0%"],
        strings: [
          '<si><r><t xml:space="preserve">rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si>',
        ],
      },
    ),
  );
  const preview = await client.imports.inspect({ fileId });
  expect(preview.readAs).toMatchObject({ format: "xlsx", hasHeader: true, sheet: "Data" });
  expect(preview.rows).toEqual([
    [
      "007",
      "007",
      "TRUE",
      "15/03/2023",
      "0.3",
      "123456789012345",
      "12.5%",
      "#N/A",
      "rich text",
      "007!",
      "",
      "SEPT2",
      "1E5",
      "line\r\nend",
    ],
  ]);
  expect(preview.facts.notes).toEqual([{ code: "formulasWithoutResult", count: 1, names: "" }]);
  await backend.close();
});

test("days of a workbook that counts from 1904 are the same days", async () => {
  const { client, backend, grant } = await openImportProject();
  const rows = `<row r="1">${textCell("A1", "text")}</row><row r="2"><c r="A2" s="1"><v>43538</v></c></row>`;
  const file = xlsxFile([{ name: "Old Mac", rows }], {
    formats: ["yyyy-mm-dd"],
    countsFrom1904: true,
  });
  const { rows: seen } = await client.imports.inspect({ fileId: grant("mac.xlsx", file) });
  expect(seen).toEqual([["2023-03-15"]]);
  await backend.close();
});

test("hidden sheets and macros are announced, another sheet can be chosen and is another import", async () => {
  const { client, backend, grant, run } = await openImportProject();
  const sheet = (text: string) =>
    `${header}<row r="2">${textCell("A2", text)}${textCell("B2", "a")}</row>`;
  const file = xlsxFile(
    [
      { name: "Notes", state: "veryHidden", rows: sheet("hidden") },
      { name: "Cases", rows: sheet("seen") },
      { name: "More & more", rows: sheet("more") },
    ],
    { hasMacros: true },
  );
  // Macros have an ending of their own; the content decides anyway.
  const fileId = grant("book.xlsm", file);
  const { facts, readAs, rows } = await client.imports.inspect({ fileId });
  expect(readAs.sheet).toBe("Cases");
  expect(rows).toEqual([["seen", "a"]]);
  expect(facts.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ["Notes", true],
    ["Cases", false],
    ["More & more", false],
  ]);
  expect(facts.notes).toEqual([
    { code: "hiddenSheets", count: 1, names: "Notes" },
    { code: "macrosIgnored", count: 1, names: "" },
  ]);
  expect((await run(fileId)).record).toMatchObject({ format: "xlsx", imported: 1 });
  const other = await run(fileId, { readAs: { sheet: "More & more" } });
  expect(other.record).toMatchObject({ imported: 1, duplicatesOfEarlierImport: 0 });
  expect((await run(fileId)).record).toMatchObject({ imported: 0, duplicatesOfEarlierImport: 1 });
  await backend.close();
});

test("a value merged over rows belongs to each of them; empty rows are no rows; numbers name the row", async () => {
  const { client, backend, grant, run } = await openImportProject();
  const rows = `${header}
    <row r="2">${textCell("A2", "one")}${textCell("B2", "refund")}</row>
    <row r="3">${textCell("A3", "two")}</row>
    <row r="4"/>
    <row r="6">${textCell("A6", "three")}${textCell("D6", "beyond")}</row>
    <row r="9">${textCell("B9", "nothing to judge")}</row>`;
  const file = xlsxFile([
    { name: "S", rows, after: '<mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>' },
  ]);
  const result = await run(grant("merged.xlsx", file), {
    mapping: mapped({ text: "input", label: "label" }),
  });
  // Row 4 holds nothing but its share of the merged cell, so it is listed.
  expect(result.record).toMatchObject({ rowsRead: 5, imported: 3, rejected: 2 });
  expect(result.rejects.map(({ lineNumber, reason }) => [lineNumber, reason])).toEqual([
    [4, "noInput"],
    [9, "noInput"],
  ]);
  expect(result.rows.map((row) => [row.source?.lineNumber, row.input, row.status])).toEqual([
    [2, "one", "labelled"],
    [3, "two", "labelled"],
    [6, "three", "unlabelled"],
  ]);
  expect(result.rows[2]?.fields).toEqual({ "column 4": "beyond" });
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["refund"]);
  await backend.close();
});

/** As Office wraps a workbook with a password: a compound file that names its parts in UTF-16. */
const compoundFile = (part: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    Buffer.from(part, "utf16le"),
    Buffer.alloc(512),
  ]);

test("a password, an old format, damage and a zip that is no workbook each have their own refusal", async () => {
  const { backend, grant, refusal } = await openImportProject();
  const good = xlsxFile([{ name: "S", rows: header }]);
  const refused = async (name: string, content: Buffer) => refusal(grant(name, content));
  expect(await refused("locked.xlsx", compoundFile("EncryptedPackage"))).toBe("passwordProtected");
  expect(await refused("old.xls", compoundFile("Workbook"))).toBe("oldOfficeFile");
  expect(await refused("mail.msg", compoundFile("__properties_version1.0"))).toBe(
    "unsupportedFormat",
  );
  expect(await refused("cut.xlsx", good.subarray(0, good.length - 30))).toBe("fileUnreadable");
  expect(await refused("photos.csv", zipFile({ "a.jpg": "x" }))).toBe("unsupportedFormat");
  const broken = { ...xlsxParts([{ name: "S", rows: "<row r='1'><c></row>" }]) };
  expect(await refused("broken.xlsx", zipFile(broken))).toBe("fileUnreadable");
  await backend.close();
});

test("a workbook that pretends to be small is stopped by what really comes out", async () => {
  const { backend, grant, refusal } = await openImportProject();
  const name = "xl/styles.xml";
  const parts = { ...xlsxParts([{ name: "S", rows: header }]), [name]: " ".repeat(70_000_000) };
  expect(await refusal(grant("bomb.xlsx", zipFile(parts)))).toBe("tooMuchInside");
  // Stating less than is there ends at the stated size.
  const lying = zipFile(parts, { statedBytes: { [name]: 100 } });
  expect(await refusal(grant("liar.xlsx", lying))).toBe("fileUnreadable");
  await backend.close();
});

test("entities that unfold into more and more text are refused, not unfolded", async () => {
  const { backend, grant, refusal } = await openImportProject();
  const parts = xlsxParts([{ name: "S", rows: header }]);
  parts["xl/sharedStrings.xml"] =
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
  expect(await refusal(grant("laughs.xlsx", zipFile(parts)))).toBe("fileUnreadable");
  await backend.close();
});
