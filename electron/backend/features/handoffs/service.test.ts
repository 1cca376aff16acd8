import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { fileEnding, formatsFor } from "#shared/features/handoffs/formats.ts";
import type { SplitPlan } from "#shared/features/versions/contract.ts";
import { openLabelledProject } from "../../testing/seed-labelled.ts";

const PLAN: SplitPlan = {
  seed: 42,
  ratios: { train: 80, validation: 10, test: 10 },
  keepGivenSplits: true,
};
const HOSTILE = [
  "=cmd|'/c calc'!A1",
  "-5 mg",
  "-5",
  "\ttab first",
  'comma, "quote"\nand a\r\nnew line',
  "hidden \u2028 line \u0085 end",
  "🙂 emoji before שלום \u202e",
  "<|endoftext|>",
];

async function openHostile() {
  const opened = await openLabelledProject("classify", [
    ...HOSTILE.map((input) => ({ input, answer: 'odd, "label"', split: "train" as const })),
    { input: "for the test", answer: "even", split: "test" },
  ]);
  await opened.client.projects.rename({ name: "Letters: A/B" });
  const version = await opened.client.versions.freeze({
    ...PLAN,
    ratios: { train: 90, validation: 0, test: 10 },
  });
  return { ...opened, version };
}

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

test.each(formatsFor("classify"))("%s: files, manifest and hashes agree", async (format) => {
  const { client, backend, version } = await openHostile();
  const made = await client.handoffs.create({ versionId: version.versionId, format });
  const ending = fileEnding(format);
  const extra = format === "label-studio" ? ["label-config.xml"] : [];
  expect(made.folder.endsWith(`Letters A B v1 ${format}`)).toBe(true);
  expect(readdirSync(made.folder).toSorted()).toEqual([
    "LICENSE",
    "README.md",
    "guideline.md",
    ...extra,
    "manifest.json",
    `test.${ending}`,
    `train.${ending}`,
  ]);
  for (const file of made.files) {
    const path = backend.grants.getPath(file.downloadId, "download");
    expect(sha256(path)).toBe(file.sha256);
    expect(readFileSync(path)).toHaveLength(file.bytes);
  }
  const manifest = JSON.parse(readFileSync(join(made.folder, "manifest.json"), "utf8")) as object;
  expect(manifest).toMatchObject({
    contentHash: version.contentHash,
    splits: { train: HOSTILE.length, validation: 0, test: 1 },
    escapedCells: format === "csv-excel" ? 3 : 0,
  });
  await backend.close();
});

test("the same version gives the same bytes, in a folder of its own each time", async () => {
  const { client, backend, version } = await openHostile();
  const { versionId } = version;
  const first = await client.handoffs.create({ versionId, format: "csv" });
  const second = await client.handoffs.create({ versionId, format: "csv" });
  const hashes = (made: typeof first) => made.files.map(({ name, sha256: hash }) => [name, hash]);
  expect(hashes(second)).toEqual(hashes(first));
  expect(second.folder).toBe(`${first.folder} 2`);
  expect((await client.projects.journey()).steps.at(-1)).toMatchObject({ state: "done" });
  await backend.close();
});

test("JSON lines read back as they were, one line each even for Python", async () => {
  const { client, backend, version } = await openHostile();
  const made = await client.handoffs.create({ versionId: version.versionId, format: "jsonl" });
  const text = readFileSync(join(made.folder, "train.jsonl"), "utf8");
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.slice(0, -1).split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows.map((row) => row["input"])).toEqual(HOSTILE);
  expect(new Set(rows.map((row) => Object.keys(row).join()))).toEqual(
    new Set(["id,input,label,group,split,external_id"]),
  );
  await backend.close();
});

test("CSV for code is exact; CSV for Excel never runs and says what it changed", async () => {
  const { client, backend, version } = await openHostile();
  const { versionId } = version;
  const plain = await client.handoffs.create({ versionId, format: "csv" });
  const excel = await client.handoffs.create({ versionId, format: "csv-excel" });
  const read = (folder: string) => readFileSync(join(folder, "train.csv"), "utf8");
  const inputs = (text: string) =>
    Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map(
      (row) => row["input"],
    );
  expect(inputs(read(plain.folder))).toEqual(HOSTILE);
  expect(read(plain.folder).charCodeAt(0)).toBe("i".charCodeAt(0));
  const spreadsheet = read(excel.folder);
  expect(spreadsheet.startsWith("\ufeffid,input,label")).toBe(true);
  expect(spreadsheet.endsWith("\r\n")).toBe(true);
  expect(inputs(spreadsheet)).toEqual([
    "'=cmd|'/c calc'!A1",
    "'-5 mg",
    "-5",
    "'\ttab first",
    ...HOSTILE.slice(4),
  ]);
  await backend.close();
});

test("the data card tells what is known and admits the rest", async () => {
  const { client, backend, version } = await openHostile();
  await client.projects.describe({
    description: "Letters to the bank.",
    licence: "CC BY 4.0",
    attribution: "The Bank",
  });
  const made = await client.handoffs.create({
    versionId: version.versionId,
    format: "openai-chat",
  });
  const card = readFileSync(join(made.folder, "README.md"), "utf8");
  expect(card).toContain("Letters to the bank.");
  expect(card).toContain("https://creativecommons.org/licenses/by/4.0/legalcode");
  expect(card).toContain(`| train | ${HOSTILE.length} | train.jsonl |`);
  expect(card).toContain("| validation | 0 | none: no rows |");
  expect(card).toContain("| even | not stated | 0 | 0 | 1 |");
  expect(card).toMatch(/## Uses to avoid\n\nnot stated/);
  expect(readFileSync(join(made.folder, "guideline.md"), "utf8")).toBe("not stated\n");
  await backend.close();
});

test("a folder the user chose is used; one that cannot be written to is named", async () => {
  const { client, backend, version } = await openHostile();
  const { versionId } = version;
  const chosen = mkdtempSync(join(tmpdir(), "tacit-handoff-"));
  const { fileId } = backend.grants.add(chosen, "folder");
  const made = await client.handoffs.create({ versionId, format: "jsonl", folderId: fileId });
  expect(made.folder.startsWith(chosen)).toBe(true);
  expect(readdirSync(chosen)).toHaveLength(1);
  const file = join(chosen, "a file");
  writeFileSync(file, "");
  const wrong = backend.grants.add(file, "folder");
  await expect(
    client.handoffs.create({ versionId, format: "jsonl", folderId: wrong.fileId }),
  ).rejects.toMatchObject({ data: { code: "folderNotWritable", params: { folder: "a file" } } });
  await backend.close();
});

test("where nothing can be written in a form, nothing is left behind", async () => {
  const { client, backend, version } = await openHostile();
  const { versionId } = version;
  const chosen = mkdtempSync(join(tmpdir(), "tacit-handoff-"));
  const { fileId } = backend.grants.add(chosen, "folder");
  const { db } = backend.session();
  db.exec("drop trigger version_example_is_immutable");
  db.exec(`update version_example set answer = '{"kind":"extract","spans":[]}'`);
  const refused = (format: "openai-chat" | "conll") =>
    client.handoffs.create({ versionId, format, folderId: fileId });
  await expect(refused("openai-chat")).rejects.toMatchObject({
    data: { code: "nothingToHandOver" },
  });
  await expect(refused("conll")).rejects.toMatchObject({ data: { code: "formatDoesNotFit" } });
  expect(readdirSync(chosen)).toEqual([]);
  await backend.close();
});
