import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { docxFile, wordParagraph } from "../../testing/files/document-files.ts";
import { mapped, openImportProject } from "../../testing/open-import-project.ts";
import { explainReadFailure } from "./readers/read-failure.ts";

test("a folder's files of one kind are one import; other files and damaged ones are named", async () => {
  const { client, backend, files, put, grantPath, run } = await openImportProject("write");
  put("cases/2025/b 10.docx", docxFile(wordParagraph("Tenth case.")));
  put("cases/2025/b 2.docx", docxFile(wordParagraph("Second case.")));
  put("cases/a.docx", docxFile(wordParagraph("First case.")));
  put("cases/broken.docx", "PK\u0003\u0004 not really");
  put("cases/photo.jpg", "x");
  put("cases/.DS_Store", "x");
  put("cases/~$a.docx", "x");
  put("cases/notes.txt", "only one");
  put("cases/void.docx", "");
  const fileId = grantPath(join(files, "cases"));
  const preview = await client.imports.inspect({ fileId });
  expect(preview.columns.map(({ name }) => name)).toEqual(["text", "heading", "file"]);
  expect(preview.rows).toEqual([
    ["Second case.", "", "2025/b 2.docx"],
    ["Tenth case.", "", "2025/b 10.docx"],
    ["First case.", "", "a.docx"],
  ]);
  expect(preview.facts).toMatchObject({ files: 4 });
  expect(preview.facts.notes).toEqual([
    { code: "filesLeftOut", count: 3, names: "notes.txt, photo.jpg, void.docx" },
  ]);
  const { record, rejects, rows } = await run(fileId, { mapping: mapped({ text: "input" }) });
  expect(record).toMatchObject({ fileName: "cases", rowsRead: 4, imported: 3, rejected: 1 });
  expect(rejects).toMatchObject([{ reason: "fileNotReadable", excerpt: "broken.docx" }]);
  expect(rows[0]?.fields).toEqual({ file: "2025/b 2.docx" });
  await backend.close();
});

test("tables of a folder may have their columns in another order, more of them, or one called “file”", async () => {
  const { client, backend, files, put, grantPath, run } = await openImportProject();
  put("t/one.csv", "text,label,file\none,a,own.txt\n");
  put("t/two.csv", "label,text,extra\nb,two,x\n");
  const fileId = grantPath(join(files, "t"));
  const { columns } = await client.imports.inspect({ fileId });
  expect(columns.map(({ name }) => name)).toEqual(["text", "label", "file", "extra", "file (2)"]);
  const { record, rows } = await run(fileId, {
    mapping: mapped({ text: "input", label: "label" }),
  });
  expect(record).toMatchObject({ imported: 2, rejected: 0 });
  expect(rows.map(({ input, fields }) => [input, fields])).toEqual([
    ["one", { file: "own.txt", "file (2)": "one.csv" }],
    ["two", { extra: "x", "file (2)": "two.csv" }],
  ]);
  await backend.close();
});

const parquet = (texts: string[]) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "text", data: texts, type: "STRING" },
        { name: "label", data: texts.map(() => 0n), type: "INT64" },
      ],
      kvMetadata: [
        {
          key: "huggingface",
          value: '{"info":{"features":{"label":{"names":["refill"],"_type":"ClassLabel"}}}}',
        },
      ],
    }),
  );

test("a Hugging Face folder brings its splits from the names of its files", async () => {
  const { client, backend, files, put, grantPath, run } = await openImportProject();
  put("ds/README.md", "---\nlicense: mit\n---\n# Card\n");
  put("ds/data/train-00000-of-00002.parquet", parquet(["one"]));
  put("ds/data/train-00001-of-00002.parquet", parquet(["two"]));
  put("ds/data/validation-00000-of-00001.parquet", parquet(["three"]));
  put("ds/data/test-00000-of-00001.parquet", parquet(["four"]));
  const fileId = grantPath(join(files, "ds"));
  const preview = await client.imports.inspect({ fileId });
  expect(preview.facts.notes.map(({ code }) => code)).toEqual([
    "datasetFolder",
    "filesLeftOut",
    "classLabels",
  ]);
  expect(preview.columns.map(({ name, role }) => [name, role])).toEqual([
    ["text", "input"],
    ["label", "label"],
    ["file", "field"],
    ["split", "split"],
  ]);
  const { rows } = await run(fileId);
  expect(rows.map(({ input, split, status }) => [input, split, status])).toEqual([
    ["four", "test", "labelled"],
    ["one", "train", "labelled"],
    ["two", "train", "labelled"],
    ["three", "validation", "labelled"],
  ]);
  await backend.close();
});

test("the configurations of a dataset card can be chosen, with the files their globs name", async () => {
  const { client, backend, files, put, grantPath } = await openImportProject();
  put(
    "ds/README.md",
    `---
configs:
- config_name: raw
  data_files: raw/*.jsonl
- config_name: clean
  default: true
  data_files:
  - split: train
    path: clean/part-?.jsonl
  - split: test
    path: ["clean/**/held*.jsonl"]
- config_name: gone
  data_files: nowhere/*.csv
---
`,
  );
  put("ds/raw/all.jsonl", '{"text":"raw"}\n');
  put("ds/clean/part-1.jsonl", '{"text":"one","label":"a"}\n');
  put("ds/clean/deep/er/held-out.jsonl", '{"text":"held","label":"b"}\n');
  put("ds/clean/stray.jsonl", '{"text":"stray"}\n');
  const fileId = grantPath(join(files, "ds"));
  const clean = await client.imports.inspect({ fileId });
  expect(clean.facts.configs).toEqual(["raw", "clean"]);
  expect(clean.readAs.config).toBe("clean");
  expect(clean.rows).toEqual([
    ["held", "b", "clean/deep/er/held-out.jsonl", "test"],
    ["one", "a", "clean/part-1.jsonl", "train"],
  ]);
  const raw = await client.imports.inspect({ fileId, readAs: { config: "raw" } });
  expect(raw.rows).toEqual([["raw", "raw/all.jsonl", "train"]]);
  await backend.close();
});

test("a folder of several kinds is read as the most frequent one, or as the one the user names", async () => {
  const { client, backend, files, put, grantPath } = await openImportProject();
  put("mix/a.csv", "text,label\none,a\n");
  put("mix/b.csv", "text,label\ntwo,a\n");
  put("mix/c.docx", docxFile(wordParagraph("A letter.")));
  const fileId = grantPath(join(files, "mix"));
  const { facts, rows } = await client.imports.inspect({ fileId });
  expect(facts.formats).toEqual(["csv", "docx"]);
  expect(rows.map(([text]) => text)).toEqual(["one", "two"]);
  const letters = await client.imports.inspect({ fileId, readAs: { format: "docx" } });
  expect(letters.rows).toEqual([["A letter.", "", "c.docx"]]);
  await backend.close();
});

test("several files chosen together are one import, also from different folders", async () => {
  const { client, backend, put } = await openImportProject();
  const one = put("x/rows.csv", "text,label\none,a\n");
  const two = put("y/more.csv", "text,label\ntwo,b\n");
  const grant = backend.grants.addSeveral([one, two]);
  expect(grant).toMatchObject({ bytes: 34 });
  const { rows } = await client.imports.inspect({ fileId: grant.fileId });
  expect(rows).toEqual([
    ["two", "b", "more.csv"],
    ["one", "a", "rows.csv"],
  ]);
  await backend.close();
});

test("a folder that links to itself, holds a pipe or nothing readable neither hangs nor escapes", async () => {
  const { client, backend, files, put, grantPath, refusal } = await openImportProject();
  put("loop/rows.csv", "text,label\none,a\n");
  symlinkSync(join(files, "loop"), join(files, "loop", "again"));
  symlinkSync(join(files, "loop", "self.csv"), join(files, "loop", "self.csv"));
  execFileSync("mkfifo", [join(files, "loop", "pipe.csv")]);
  const { rows, facts } = await client.imports.inspect({ fileId: grantPath(join(files, "loop")) });
  expect(rows).toEqual([["one", "a", "rows.csv"]]);
  expect(facts.notes).toEqual([
    { code: "filesLeftOut", count: 2, names: "pipe.csv, self.csv" },
    { code: "linksLeftOut", count: 1, names: "" },
  ]);
  mkdirSync(join(files, "empty"));
  expect(await refusal(grantPath(join(files, "empty")))).toBe("notAFile");
  put("photos/a.jpg", "x");
  expect(await refusal(grantPath(join(files, "photos")))).toBe("notAFile");
  await backend.close();
});

test("folders too deep are left out and ones with too many files refused", async () => {
  const { client, backend, files, put, grantPath, refusal } = await openImportProject();
  put(`deep/rows.csv`, "text\none\n");
  put(`deep/${"d/".repeat(13)}rows.csv`, "text\nhidden\n");
  const { facts } = await client.imports.inspect({ fileId: grantPath(join(files, "deep")) });
  expect(facts).toMatchObject({ files: 1, notes: [{ code: "filesLeftOut", count: 1 }] });
  mkdirSync(join(files, "many"));
  for (let n = 0; n <= 10_000; n += 1) writeFileSync(join(files, "many", `${n}.txt`), "x");
  expect(await refusal(grantPath(join(files, "many")))).toBe("tooManyFiles");
  await backend.close();
});

test("a file that changes while its folder is imported fails the import and leaves nothing", async () => {
  const { client, backend, files, put, grantPath } = await openImportProject();
  const rows = Array.from({ length: 60_000 }, (_, n) => `${n} some words,a\n`).join("");
  put("f/a.csv", `text,label\n${rows}`);
  const last = put("f/b.csv", "text,label\nlast,a\n");
  const { jobId } = await client.imports.start({ fileId: grantPath(join(files, "f")) });
  for await (const { progress } of await client.jobs.watch({ jobId }))
    if (progress.phase === "writing") break;
  truncateSync(last, 0);
  const job = await backend.session().jobs.settled(jobId);
  expect(job).toMatchObject({ state: "failed", error: { code: "fileChanged" } });
  expect((await client.examples.list({})).total).toBe(0);
  await backend.close();
});

test.each([
  ["ETIMEDOUT", 0, "fileNotHere"],
  ["EIO", 0, "fileNotHere"],
  ["EIO", 8, "fileUnreadable"],
  ["EACCES", 0, "notAFile"],
  ["ENOENT", 0, "fileMissing"],
])("a read that fails with %s of a file on %i blocks is %s", (code, blocks, expected) => {
  const error = Object.assign(new Error(code), { code });
  expect(explainReadFailure(error, "a.csv", blocks)).toMatchObject({
    code: expected,
    params: { name: "a.csv" },
  });
});

test("the stub of a file that only iCloud has is refused as such", async () => {
  const { backend, grant, refusal } = await openImportProject();
  expect(await refusal(grant(".rows.csv.icloud", "bplist00"))).toBe("fileNotHere");
  await backend.close();
});
