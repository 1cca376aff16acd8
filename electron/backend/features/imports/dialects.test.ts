import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ReadAs, StartImport } from "#shared/features/imports/contract.ts";
import { encodeText } from "../../testing/encode-text.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

async function openProject() {
  const { client, backend } = openTestBackend();
  await client.projects.create({ name: "Dialects", taskType: "classify" });
  const grant = (name: string, content: string | Buffer) => {
    const path = join(mkdtempSync(join(tmpdir(), "tacit-dialect-")), name);
    writeFileSync(path, content);
    return backend.grants.add(path, "read").fileId;
  };
  const run = async (fileId: string, options: Partial<StartImport> = {}) => {
    const { jobId, importId } = await client.imports.start({ fileId, ...options });
    await backend.session().jobs.settled(jobId);
    const { rows } = await client.examples.list({});
    const rejects = await client.imports.listRejects({ importId });
    return {
      inputs: rows.map(({ input }) => input),
      examples: rows,
      rejects: rejects.rows.map(({ lineNumber, reason, detail }) => [lineNumber, reason, detail]),
    };
  };
  return { client, backend, grant, run };
}

const textAndLabel: StartImport["mapping"] = [
  { column: "text", role: "input" },
  { column: "label", role: "label" },
];

const JAPANESE =
  "text,label\r\nカードはいつ届きますか,配送\r\n返金をお願いします,返金\r\n領収書も必要です,書類\r\n";

test("a Shift-JIS file is shown and imported as it was written, and only its damaged row is refused", async () => {
  const { client, backend, grant, run } = await openProject();
  const bytes = Buffer.concat([
    encodeText(JAPANESE, "shift_jis"),
    Buffer.from([0x82, 0xff, 0x2c, 0x61, 0x0d, 0x0a]),
    encodeText("注文を変更したい,注文\r\n", "shift_jis"),
  ]);
  const fileId = grant("export.csv", bytes);
  const preview = await client.imports.inspect({ fileId });
  expect(preview.readAs.encoding).toBe("shift_jis");
  expect(preview.rows[0]).toEqual(["カードはいつ届きますか", "配送"]);
  const { inputs, rejects } = await run(fileId, { mapping: textAndLabel });
  expect(inputs).toEqual([
    "カードはいつ届きますか",
    "返金をお願いします",
    "領収書も必要です",
    "注文を変更したい",
  ]);
  expect(rejects).toEqual([[5, "badEncoding", "0x82"]]);
  await backend.close();
});

test("the user can switch the encoding, sees the rows anew and saves them that way", async () => {
  const { client, backend, grant, run } = await openProject();
  // One letter that French and Croatian share a byte for: only a reader can tell.
  const fileId = grant("short.csv", encodeText("text,label\nplaća,a\n", "windows-1250"));
  const shown = async (readAs: Partial<ReadAs>) =>
    (await client.imports.inspect({ fileId, readAs })).rows[0]?.[0];
  expect(await shown({})).toBe("plaæa");
  expect(await shown({ encoding: "windows-1250" })).toBe("plaća");
  const { inputs } = await run(fileId, {
    readAs: { encoding: "windows-1250" },
    mapping: textAndLabel,
  });
  expect(inputs).toEqual(["plaća"]);
  await backend.close();
});

test("rows that do not fit are counted, and rejected, filled or merged as the user says", async () => {
  const { client, backend, grant, run } = await openProject();
  const fileId = grant("ragged.csv", "text,label\none,a\nshort\nthree,b,more,\nfour,a\n");
  for (const ragged of ["reject", "fill", "merge"] as const) {
    const preview = await client.imports.inspect({ fileId, readAs: { ragged } });
    expect(preview).toMatchObject({ sampledRows: 4, ragged: { short: 1, surplus: 1 } });
  }
  expect((await client.imports.inspect({ fileId })).readAs.ragged).toBe("reject");
  const imported = async (ragged: ReadAs["ragged"]) => {
    const { examples, rejects } = await run(fileId, {
      readAs: { ragged },
      mapping: textAndLabel,
      again: "add",
    });
    const answers = examples.slice(-4).map(({ input, answer }) => [input, answer]);
    return { answers, rejects: rejects.map(([line, reason]) => [line, reason]) };
  };
  expect((await imported("reject")).rejects).toEqual([
    [3, "tooFewCells"],
    [4, "tooManyCells"],
  ]);
  expect((await imported("fill")).rejects).toEqual([[4, "tooManyCells"]]);
  const merged = await imported("merge");
  expect(merged.rejects).toEqual([]);
  expect(merged.answers.map(([input]) => input)).toEqual(["one", "short", "three", "four"]);
  const { labels } = await client.definitions.get();
  expect(labels.map(({ name }) => name)).toEqual(["a", "b,more,"]);
  await backend.close();
});

const MESSY = [
  "v1,v2,,,",
  'ham,"It‰Ûªs only å£1.50, call me",,,',
  "spam,WIN å£900 now!! costå£3,,,",
  "ham,How Ì_ noe leh? På£5 is sound,,,",
  "ham,Ok lar,,,",
  "ham,Ok lar,,,",
  "spam,=1+2 free,,,",
  "ham,-) smile,,,",
  "ham,+44 20 7946 0018,,,",
  "ham,-5 mg,,,",
].join("\r\n");

test("a messy export is described before anything is imported, and mended when the user wants it", async () => {
  const { client, backend, grant, run } = await openProject();
  const fileId = grant("messy.csv", encodeText(`${MESSY}\r\n`, "windows-1252"));
  const preview = await client.imports.inspect({ fileId });
  expect(preview).toMatchObject({
    readAs: { encoding: "windows-1252", repair: false },
    sampledRows: 9,
    formulaCells: 2,
    duplicateRows: 1,
    damaged: {
      cells: 2,
      examples: [
        { before: "It‰Ûªs only å£1.50, call me", after: "It’s only £1.50, call me" },
        { before: "WIN å£900 now!! costå£3", after: "WIN £900 now!! cost£3" },
      ],
    },
  });
  expect(preview.columns.map(({ name }) => name)).toEqual([
    "v1",
    "v2",
    "column 3",
    "column 4",
    "column 5",
  ]);
  expect(preview.rows[0]?.[1]).toBe("It‰Ûªs only å£1.50, call me");
  const mended = await client.imports.inspect({ fileId, readAs: { repair: true } });
  expect(mended.rows[0]?.[1]).toBe("It’s only £1.50, call me");
  expect(mended.damaged).toEqual(preview.damaged);
  const { inputs } = await run(fileId, { readAs: { repair: true } });
  expect(inputs.slice(0, 3)).toEqual([
    "It’s only £1.50, call me",
    "WIN £900 now!! cost£3",
    "How Ì_ noe leh? På£5 is sound",
  ]);
  await backend.close();
});

test.each([
  ["UTF-8 with a mark", "utf-8", "\uFEFF"],
  ["UTF-16 LE with a mark", "utf-16le", "\uFEFF"],
  ["UTF-16 LE", "utf-16le", ""],
  ["UTF-16 BE with a mark", "utf-16be", "\uFEFF"],
  ["UTF-16 BE", "utf-16be", ""],
] as const)(
  "%s is previewed and imported with a clean first header",
  async (_title, encoding, mark) => {
    const { client, backend, grant, run } = await openProject();
    const content = `${mark}text,label\r\nCafé “naïve” 😀,wörk\r\nplain,wörk\r\n`;
    const fileId = grant("marked.csv", encodeText(content, encoding));
    const preview = await client.imports.inspect({ fileId });
    expect(preview.readAs.encoding).toBe(encoding);
    expect(preview.columns.map(({ name }) => name)).toEqual(["text", "label"]);
    expect((await run(fileId)).inputs).toEqual(["Café “naïve” 😀", "plain"]);
    await backend.close();
  },
);

test("damaged text in JSON lines is mended in the values, never in the names", async () => {
  const { client, backend, grant, run } = await openProject();
  const fileId = grant(
    "rows.jsonl",
    '{"text":"CafÃ© for \\u00e2\\u201a\\u00ac5","naÃ¯ve":"dÃ©jÃ\u00A0"}\n',
  );
  const preview = await client.imports.inspect({ fileId, readAs: { repair: true } });
  expect(preview.damaged.cells).toBe(2);
  expect(preview.rows).toEqual([["Café for €5", "déjà"]]);
  const { examples } = await run(fileId, {
    readAs: { repair: true },
    mapping: [{ column: "text", role: "input" }],
  });
  expect(examples[0]).toMatchObject({ input: "Café for €5", fields: { ["naÃ¯ve"]: "déjà" } });
  await backend.close();
});

test("numbers, dates, codes and letters of any kind are stored exactly as they stand in the file", async () => {
  const { client, backend, grant, run } = await openProject();
  const cells = ["9007199254740993", "007", "2024-03-01", "TRUE", "1E5", "MARCH1", "1,50", "n\0l"];
  // Composed and not, joined emoji, a character beyond 16 bits, writing from right to left.
  const text = "café cafe\u0301 👩‍👩‍👧 𝒳 שלום \u202Eabc\u202C";
  const header = cells.map((_, index) => `c${index}`).join(";");
  const fileId = grant("exact.csv", `text;label;${header}\n${text};a;${cells.join(";")}\n`);
  expect((await client.imports.inspect({ fileId })).readAs.delimiter).toBe(";");
  const { examples } = await run(fileId, { mapping: textAndLabel });
  expect(examples[0]?.input).toBe(text);
  expect(Object.values(examples[0]?.fields ?? {})).toEqual(cells);
  await backend.close();
});

test("empty and blank texts are listed with their lines, never dropped", async () => {
  const { client, backend, grant, run } = await openProject();
  const fileId = grant("blank.csv", 'text,label\n,a\n"  ",a\n"\t\n ",a\nfine,a\n');
  const { inputs, rejects } = await run(fileId, { mapping: textAndLabel });
  expect(inputs).toEqual(["fine"]);
  expect(rejects.map(([line, reason]) => [line, reason])).toEqual([
    [2, "noInput"],
    [3, "noInput"],
    [4, "noInput"],
  ]);
  expect((await client.imports.list())[0]).toMatchObject({ rowsRead: 4, imported: 1, rejected: 3 });
  await backend.close();
});
