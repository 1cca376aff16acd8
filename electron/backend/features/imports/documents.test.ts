import { expect, test } from "vitest";
import { docxFile, pdfFile, wordParagraph } from "../../testing/files/document-files.ts";
import { mapped, openImportProject } from "../../testing/open-import-project.ts";

const asText = mapped({ text: "input" });

test("plain text is read by the line, the paragraph or whole, as the user says", async () => {
  const { client, backend, grant, run } = await openImportProject("write");
  const fileId = grant("notes.txt", "first, line\r\n\r\n  second\r\nthird\r\n\r\n\r\nlast");
  const lines = await client.imports.inspect({ fileId });
  expect(lines.readAs).toMatchObject({ format: "text", unit: "line" });
  expect(lines.rows).toEqual([["first, line"], ["  second"], ["third"], ["last"]]);
  const paragraphs = await client.imports.inspect({ fileId, readAs: { unit: "paragraph" } });
  expect(paragraphs.rows).toEqual([
    ["first, line", ""],
    ["  second\nthird", ""],
    ["last", ""],
  ]);
  const whole = await client.imports.inspect({ fileId, readAs: { unit: "file" } });
  expect(whole.rows).toEqual([["first, line\r\n\r\n  second\r\nthird\r\n\r\n\r\nlast"]]);
  const { record, rows } = await run(fileId, { readAs: { unit: "paragraph" }, mapping: asText });
  expect(record).toMatchObject({ format: "text", imported: 3, rejected: 0 });
  expect(rows.map((row) => row.source?.lineNumber)).toEqual([1, 3, 7]);
  await backend.close();
});

test("a table in a .txt file is still read as the table it is", async () => {
  const { client, backend, grant } = await openImportProject();
  const tabs = await client.imports.inspect({
    fileId: grant("sms.txt", "ham\tOk, then\nspam\tWIN now\n"),
  });
  expect(tabs.readAs).toMatchObject({ format: "tsv", delimiter: "\t" });
  const commas = await client.imports.inspect({
    fileId: grant("rows.txt", "text,label\none,a\ntwo,b\n"),
  });
  expect(commas.readAs).toMatchObject({ format: "csv", delimiter: "," });
  const records = await client.imports.inspect({
    fileId: grant("rows.txt", '{"text":"one"}\n{"text":"two"}\n'),
  });
  expect(records.readAs).toMatchObject({ format: "jsonl" });
  await backend.close();
});

test("Markdown keeps its headings beside the paragraphs, and code in one piece", async () => {
  const { client, backend, grant } = await openImportProject("write");
  const text =
    "# Guide\n\nIntro.\n\n## Cards\n\nHow to.\n\n```\n# no heading\n\nx\n```\n\n## Empty\n\n# End\n";
  const { readAs, columns, rows } = await client.imports.inspect({
    fileId: grant("guide.md", text),
  });
  expect(readAs).toMatchObject({ format: "text", unit: "paragraph" });
  expect(columns.map(({ name }) => name)).toEqual(["text", "heading"]);
  expect(rows).toEqual([
    ["Intro.", "Guide"],
    ["How to.", "Guide › Cards"],
    ["```\n# no heading\n\nx\n```", "Guide › Cards"],
    ["Empty", "Guide"],
    ["End", ""],
  ]);
  await backend.close();
});

test("a Word document becomes passages under their headings; deleted and doubled text is left out", async () => {
  const { client, backend, grant, run } = await openImportProject("write");
  const long = `${"A sentence about claims. ".repeat(200)}End.`;
  const body = [
    wordParagraph("Handbook", "Titel"),
    wordParagraph("Claims", "berschrift1"),
    wordParagraph("Short one."),
    wordParagraph("Short two."),
    "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:tab/><w:t>added</w:t></w:r></w:ins></w:p>",
    `<w:tbl><w:tr><w:tc>${wordParagraph("Fee")}</w:tc><w:tc>${wordParagraph("5 €")}</w:tc></w:tr></w:tbl>`,
    `<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>box</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>box again</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`,
    wordParagraph("Details", "berschrift2"),
    wordParagraph(long),
  ].join("");
  const fileId = grant("handbook.docx", docxFile(body));
  const { readAs, rows } = await client.imports.inspect({ fileId });
  expect(readAs).toMatchObject({ format: "docx", unit: "passage" });
  expect(rows[0]).toEqual([
    "Short one.\n\nShort two.\n\nKept\tadded\n\nFee | 5 €\n\nbox",
    "Handbook › Claims",
  ]);
  const details = rows.slice(1);
  expect(details.length).toBeGreaterThan(1);
  expect(
    details.every(
      ([text = "", heading]) =>
        text.length <= 3001 && /[.…]$/.test(text) && heading === "Handbook › Claims › Details",
    ),
  ).toBe(true);
  const paragraphs = await client.imports.inspect({ fileId, readAs: { unit: "paragraph" } });
  expect(paragraphs.rows.map(([text]) => text).slice(0, 3)).toEqual([
    "Short one.",
    "Short two.",
    "Kept\tadded",
  ]);
  expect((await run(fileId, { mapping: asText })).record).toMatchObject({
    imported: rows.length,
    rejected: 0,
  });
  await backend.close();
});

test("a PDF becomes passages; a page without text is listed, and its scripts are never run", async () => {
  const { client, backend, grant, run } = await openImportProject("write");
  const file = pdfFile(
    [
      [
        { text: "Claims", size: 18, y: 720 },
        { text: "The first line of a para-", size: 11, y: 690 },
        { text: "graph goes on here.", size: 11, y: 677 },
        { text: "Another paragraph.", size: 11, y: 640 },
      ],
      [],
      [{ text: "On page three.", size: 11, y: 720 }],
    ],
    "/OpenAction << /S /JavaScript /JS (while\\(true\\){}) >>",
  );
  const fileId = grant("claims.pdf", file);
  const { readAs, rows, rejects } = await client.imports.inspect({
    fileId,
    readAs: { unit: "paragraph" },
  });
  expect(readAs).toMatchObject({ format: "pdf" });
  expect(rows).toEqual([
    ["The first line of a paragraph goes on here.", "Claims"],
    ["Another paragraph.", "Claims"],
    ["On page three.", "Claims"],
  ]);
  expect(rejects).toMatchObject([{ lineNumber: 2, reason: "noTextOnPage" }]);
  const passages = await run(fileId, { mapping: asText });
  expect(passages.record).toMatchObject({ format: "pdf", rowsRead: 2, imported: 1, rejected: 1 });
  await backend.close();
});

test("a scanned PDF, a damaged one and a damaged Word file are refused in words of their own", async () => {
  const { backend, grant, refusal } = await openImportProject("write");
  expect(await refusal(grant("scan.pdf", pdfFile([[], []])))).toBe("noTextInFile");
  expect(await refusal(grant("cut.pdf", Buffer.from("%PDF-1.7\nnothing more")))).toBe(
    "fileUnreadable",
  );
  const docx = docxFile(wordParagraph("x"));
  expect(await refusal(grant("cut.docx", docx.subarray(0, 200)))).toBe("fileUnreadable");
  expect(await refusal(grant("empty.docx", docxFile("")))).toBe("nothingReadable");
  await backend.close();
});
