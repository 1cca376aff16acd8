import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { StartImport } from "#shared/features/imports/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

async function openProject(taskType: TaskType = "classify") {
  const { client, backend, folder } = openTestBackend();
  await client.projects.create({ name: "Imports", taskType });
  const grant = (name: string, content: string | Buffer) => {
    const path = join(mkdtempSync(join(tmpdir(), "tacit-import-")), name);
    writeFileSync(path, content);
    return backend.grants.add(path, "read").fileId;
  };
  const run = async (fileId: string, options: Partial<StartImport> = {}) => {
    const { jobId, importId } = await client.imports.start({ fileId, ...options });
    const job = await backend.session().jobs.settled(jobId);
    const record = (await client.imports.list()).find((each) => each.importId === importId);
    return { job, importId, record };
  };
  const rejects = async (importId: string) =>
    (await client.imports.listRejects({ importId })).rows.map((row) => [
      row.lineNumber,
      row.reason,
    ]);
  return { client, backend, folder, grant, run, rejects };
}

test("rows of a messy file are imported or listed with their line, none is lost", async () => {
  const { client, backend, grant, run, rejects } = await openProject();
  const file = Buffer.concat([
    Buffer.from("\uFEFFtext;label;set;no\r\n"),
    Buffer.from('"Wo ist;\r\nmeine Karte?";Ankunft;train;007\r\n'),
    Buffer.from("zu wenig;a\r\n;Ankunft;train;1\r\nzu;viele;train;2;x\r\n\r\n"),
    Buffer.from("Grüße, gerne; Ankunft ;dev;3\r\nÄrger;;holdout;4\r\n"),
    Buffer.from([0x62, 0xff, 0x3b]),
    Buffer.from("Ankunft;train;5\r\n   ;Ankunft;train;6\r\nöffnen;;test;7\r\n"),
    Buffer.from('"offen;Ankunft;train;8\r\nübrig;Verlust;test;9'),
  ]);
  const fileId = grant("messy.csv", file);
  const preview = await client.imports.inspect({ fileId });
  expect(preview.readAs).toEqual({
    format: "csv",
    encoding: "utf-8",
    delimiter: ";",
    quote: '"',
    hasHeader: true,
    ragged: "reject",
    repair: false,
  });
  const mapping: StartImport["mapping"] = [
    { column: "text", role: "input" },
    { column: "label", role: "label" },
    { column: "set", role: "split" },
    { column: "no", role: "id" },
  ];
  const { record, importId } = await run(fileId, { mapping });
  expect(record).toMatchObject({ rowsRead: 11, imported: 4, rejected: 7 });
  expect(await rejects(importId)).toEqual([
    [4, "tooFewCells"],
    [5, "noInput"],
    [6, "tooManyCells"],
    [9, "unknownSplit"],
    [10, "badEncoding"],
    [11, "noInput"],
    [13, "unclosedQuote"],
  ]);
  const { rows } = await client.examples.list({});
  expect(
    rows.map((row) => [row.source?.lineNumber, row.externalId, row.split, row.status]),
  ).toEqual([
    [2, "007", "train", "labelled"],
    [8, "3", "validation", "labelled"],
    [12, "7", "test", "unlabelled"],
    [14, "9", "test", "labelled"],
  ]);
  expect(rows[0]).toMatchObject({ input: "Wo ist;\r\nmeine Karte?", answeredBy: "import" });
  const { labels } = await client.definitions.get();
  expect(labels.map(({ name, key, examples }) => [name, key, examples])).toEqual([
    ["Ankunft", "1", 2],
    ["Verlust", "2", 1],
  ]);
  const { downloadId } = await client.imports.saveRejects({ importId });
  const csv = readFileSync(backend.grants.getPath(downloadId, "download"), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(8);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("a Windows-1252 export with nameless columns arrives without a damaged letter", async () => {
  const { client, backend, grant, run } = await openProject();
  const text =
    'v1,v2,,,\r\nham,"Caf\xe9 at \x805?",,,\r\nspam,WIN \x93cash\x94,,,\r\nham,Ok then,,,\r\n';
  const fileId = grant("export.csv", Buffer.from(text, "latin1"));
  const preview = await client.imports.inspect({ fileId });
  expect(preview.readAs.encoding).toBe("windows-1252");
  expect(preview.columns.map(({ name, role }) => [name, role])).toEqual([
    ["v1", "label"],
    ["v2", "input"],
    ["column 3", "field"],
    ["column 4", "field"],
    ["column 5", "field"],
  ]);
  const { record } = await run(fileId);
  expect(record).toMatchObject({ rowsRead: 3, imported: 3 });
  const { rows } = await client.examples.list({});
  expect(rows.map(({ input }) => input)).toEqual(["Café at €5?", "WIN “cash”", "Ok then"]);
  await backend.close();
});

test("JSON Lines keep digits, hostile keys and nested values; bad lines are listed", async () => {
  const { client, backend, grant, run, rejects } = await openProject("write");
  const lines = [
    '{"question":"q1","answer":"a1","id":12345678901234567890,"__proto__":{"polluted":true}}',
    '{"question":"q2","answer":null,"late":[1, 2.50]}',
    '{"question":"q3",}',
    "",
    '{"question":" "}',
    '{"question":"\\ud800"}',
  ];
  // The ending lies: the content decides.
  const fileId = grant("rows.csv", lines.join("\n"));
  const { importId, record } = await run(fileId);
  expect(record).toMatchObject({ format: "jsonl", rowsRead: 5, imported: 2, rejected: 3 });
  expect(await rejects(importId)).toEqual([
    [3, "notReadable"],
    [5, "noInput"],
    [6, "badEncoding"],
  ]);
  const { rows } = await client.examples.list({});
  expect(rows[0]).toMatchObject({
    externalId: "12345678901234567890",
    answer: { kind: "write", response: "a1" },
  });
  expect(rows[1]).toMatchObject({ status: "unlabelled", fields: { late: "[1, 2.50]" } });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  await backend.close();
});

test("the same bytes are recognised under another name; the user may still add them", async () => {
  const { client, backend, grant, run } = await openProject();
  const csv = "text,label\none,a\ntwo,b\n,c\n";
  const first = await run(grant("one.csv", csv));
  const again = grant("renamed.csv", csv);
  expect((await client.imports.inspect({ fileId: again })).earlierImport?.importId).toBe(
    first.importId,
  );
  expect((await run(again)).record).toMatchObject({
    rowsRead: 3,
    imported: 0,
    rejected: 1,
    duplicatesOfEarlierImport: 2,
  });
  const [latest] = await client.imports.list();
  const rejects = await client.imports.listRejects({ importId: latest?.importId ?? "" });
  expect(rejects.rows).toMatchObject([{ lineNumber: 4, reason: "noInput" }]);
  expect((await client.examples.list({})).total).toBe(2);
  expect((await run(again, { again: "add" })).record).toMatchObject({ imported: 2, rejected: 1 });
  // Equal texts in another file are other examples, in the labels that are there already.
  expect((await run(grant("other.csv", "text,label\none,a\n"))).record).toMatchObject({
    imported: 1,
  });
  expect((await client.examples.list({})).total).toBe(5);
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["a", "b"]);
  await backend.close();
});

test("an import is one step, and an earlier step cannot pull a label from under its rows", async () => {
  const { client, backend, grant, run } = await openProject();
  await client.definitions.addLabel({ name: "a" });
  await run(grant("one.csv", "text,label\none,a\ntwo,b\n"));
  const names = async () => (await client.definitions.get()).labels.map(({ name }) => name);
  expect(await client.history.undo()).toMatchObject({ action: "import", changes: 2 });
  expect((await client.examples.list({})).total).toBe(0);
  expect((await client.imports.list())[0]?.takenBackAtMs).not.toBeNull();
  expect(await names()).toEqual(["a"]);
  expect((await client.history.undo())?.action).toBe("addLabel");
  expect(await names()).toEqual([]);
  expect(await client.history.undo()).toBeNull();
  expect(backend.session().db.pragma("foreign_key_check")).toEqual([]);
  await client.history.redo();
  await client.history.redo();
  expect(await client.history.redo()).toBeNull();
  expect(await names()).toEqual(["a", "b"]);
  expect((await client.imports.list())[0]?.takenBackAtMs).toBeNull();
  const { rows } = await client.examples.list({});
  expect(rows.map(({ input, status }) => [input, status])).toEqual([
    ["one", "labelled"],
    ["two", "labelled"],
  ]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("cancelling takes everything of this import back and nothing else", async () => {
  const { client, backend, grant, run } = await openProject();
  await run(grant("kept.csv", "text,label\nkept,a\n"));
  const rows = Array.from({ length: 40_000 }, (_, n) => `${n} some words,label ${n % 9}\n`);
  const fileId = grant("big.csv", `text,label\n${rows.join("")}`);
  const { jobId, importId } = await client.imports.start({ fileId });
  let seenMeanwhile = 0;
  let refusal: unknown;
  for await (const { progress } of await client.jobs.watch({ jobId }))
    if (progress.phase === "writing") {
      seenMeanwhile = (await client.examples.list({})).total;
      refusal = await client.history.undo().catch((error: unknown) => error);
      await client.jobs.cancel({ jobId });
      break;
    }
  expect(seenMeanwhile).toBeGreaterThan(1);
  expect(refusal).toMatchObject({ data: { code: "importRunning" } });
  const job = await backend.session().jobs.settled(jobId);
  expect(job).toMatchObject({ state: "cancelled", error: { code: "cancelled" } });
  expect((await client.imports.list()).map(({ fileName }) => fileName)).toEqual(["kept.csv"]);
  expect((await client.examples.list({})).total).toBe(1);
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["a"]);
  await expect(client.imports.listRejects({ importId })).rejects.toMatchObject({
    data: { code: "notFound" },
  });
  expect(await client.projects.verify()).toMatchObject({ ok: true, checked: { annotations: 1 } });
  await backend.close();
});

test("what is no readable file is refused before anything starts", async () => {
  const { client, backend, folder, grant } = await openProject();
  const code = (path: string) =>
    client.imports
      .inspect({ fileId: backend.grants.add(path, "read").fileId })
      .then(() => "accepted")
      .catch((error: { data?: { code: string } }) => error.data?.code);
  const at = (name: string) => join(folder, name);
  mkdirSync(at("folder.csv"));
  execFileSync("mkfifo", [at("pipe.csv")]);
  symlinkSync(at("loop.csv"), at("loop.csv"));
  writeFileSync(at("empty.csv"), "");
  writeFileSync(at("sheet.csv"), Buffer.from("504b030414000600", "hex"));
  writeFileSync(at("blank.csv"), "\n\n\n");
  expect(await code(at("folder.csv"))).toBe("notAFile");
  expect(await code(at("pipe.csv"))).toBe("notAFile");
  expect(await code(at("loop.csv"))).toBe("notAFile");
  expect(await code(at("gone.csv"))).toBe("fileMissing");
  expect(await code(at("empty.csv"))).toBe("fileEmpty");
  expect(await code(at("sheet.csv"))).toBe("unsupportedFormat");
  expect(await code(at("blank.csv"))).toBe("nothingReadable");

  const fileId = grant("a.csv", "text,label\nx,y\n");
  const mapped = (column: string, role: "input" | "label") =>
    client.imports.start({ fileId, mapping: [{ column, role }] });
  await expect(mapped("Text", "input")).rejects.toMatchObject({
    data: { code: "unknownColumn", params: { column: "Text", columns: "text, label" } },
  });
  await expect(mapped("text", "label")).rejects.toMatchObject({ data: { code: "noInputColumn" } });
  expect(await client.jobs.list({ active: false })).toEqual([]);
  await backend.close();
});
