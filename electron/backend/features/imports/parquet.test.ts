import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { mapped, openImportProject } from "../../testing/open-import-project.ts";

type Columns = Parameters<typeof parquetWriteBuffer>[0];
const parquet = (options: Columns) => Buffer.from(parquetWriteBuffer(options));

test("numbers keep their digits, nested values become JSON, and numbers that stand for labels their names", async () => {
  const { client, backend, grant, run } = await openImportProject();
  const file = parquet({
    columnData: [
      { name: "text", data: ["Where is my card?", "Refill please", "🙂 NULL?"], type: "STRING" },
      { name: "label", data: [1n, 0n, -1n], type: "INT64" },
      { name: "id", data: [9007199254740993n, 7n, 8n], type: "INT64" },
      { name: "score", data: [0.25, 1e-7, 3], type: "DOUBLE" },
      { name: "meta", data: [{ a: [1, 2] }, { a: [] }, { a: [3] }], type: "JSON" },
      {
        name: "when",
        data: [new Date("2026-01-02T03:04:05Z"), new Date("2026-01-02"), null],
        type: "TIMESTAMP",
        nullable: true,
      },
    ],
    kvMetadata: [
      {
        key: "huggingface",
        value: JSON.stringify({
          info: { features: { label: { names: ["refill", "card_arrival"], _type: "ClassLabel" } } },
        }),
      },
    ],
  });
  // The ending lies: the content decides.
  const fileId = grant("train.csv", file);
  const preview = await client.imports.inspect({ fileId });
  expect(preview.readAs).toMatchObject({ format: "parquet" });
  expect(preview.facts.notes).toEqual([{ code: "classLabels", count: 1, names: "label" }]);
  expect(preview.rows).toEqual([
    [
      "Where is my card?",
      "card_arrival",
      "9007199254740993",
      "0.25",
      '{"a":[1,2]}',
      "2026-01-02T03:04:05.000Z",
    ],
    ["Refill please", "refill", "7", "1e-7", '{"a":[]}', "2026-01-02"],
    ["🙂 NULL?", "", "8", "3", '{"a":[3]}', ""],
  ]);
  const result = await run(fileId);
  expect(result.record).toMatchObject({ format: "parquet", imported: 3 });
  expect(result.rows.map((row) => [row.source?.lineNumber, row.externalId, row.status])).toEqual([
    [1, "9007199254740993", "labelled"],
    [2, "7", "labelled"],
    [3, "8", "unlabelled"],
  ]);
  await backend.close();
});

test("lists of objects in a column are JSON, and a chat in them is recognised", async () => {
  const { client, backend, grant } = await openImportProject("write");
  const text = { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" } as const;
  const chat = (question: string) => [
    { role: "user", content: question },
    { role: "assistant", content: `Answer to ${question}` },
  ];
  const file = parquet({
    schema: [
      { name: "root", num_children: 2 },
      { name: "id", type: "INT64", repetition_type: "OPTIONAL" },
      { name: "messages", repetition_type: "OPTIONAL", converted_type: "LIST", num_children: 1 },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "OPTIONAL", num_children: 2 },
      { name: "role", ...text },
      { name: "content", ...text },
    ],
    columnData: [
      { name: "id", data: [1n, 2n, 3n] },
      { name: "messages", data: [chat("one"), chat("two"), chat("three")] },
    ],
    rowGroupSize: 2,
  });
  const fileId = grant("chat.parquet", file);
  const { readAs, rows } = await client.imports.inspect({ fileId });
  expect(readAs.shape).toBe("openaiChat");
  expect(rows).toEqual(
    ["one", "two", "three"].map((question, at) => [JSON.stringify(chat(question)), String(at + 1)]),
  );
  await backend.close();
});

test("groups of rows are read one after another and none is lost", async () => {
  const { backend, grant, run, client } = await openImportProject();
  const count = 5003;
  const file = parquet({
    columnData: [
      { name: "text", data: Array.from({ length: count }, (_, n) => `text ${n}`), type: "STRING" },
      {
        name: "label",
        data: Array.from({ length: count }, (_, n) => `label ${n % 3}`),
        type: "STRING",
      },
    ],
    rowGroupSize: 1200,
  });
  const { record } = await run(grant("many.parquet", file), {
    mapping: mapped({ text: "input", label: "label" }),
  });
  expect(record).toMatchObject({ rowsRead: count, imported: count });
  const last = await client.examples.list({ offset: count - 1, limit: 1 });
  expect(last.rows[0]).toMatchObject({ input: `text ${count - 1}`, source: { lineNumber: count } });
  await backend.close();
});

test("damage in a later group of rows fails the import in words and leaves nothing", async () => {
  const { client, backend, grant, run } = await openImportProject();
  const count = 4000;
  const texts = Array.from({ length: count }, (_, n) => `text number ${n * 7919}`);
  const file = parquet({
    columnData: [{ name: "text", data: texts, type: "STRING" }],
    rowGroupSize: 1000,
  });
  // Well behind the first group, well before the table of contents.
  file.fill(0xff, Math.round(file.length * 0.6), Math.round(file.length * 0.7));
  const { job } = await run(grant("late.parquet", file));
  expect(job).toMatchObject({ state: "failed", error: { code: "fileUnreadable" } });
  expect((await client.examples.list({})).total).toBe(0);
  await backend.close();
});

test("a Parquet file cut short, damaged inside or locked is refused with its reason", async () => {
  const { backend, grant, refusal } = await openImportProject();
  const file = parquet({ columnData: [{ name: "text", data: ["a", "b"], type: "STRING" }] });
  const damaged = Buffer.from(file);
  damaged.fill(0xff, 4, file.length - 8);
  expect(await refusal(grant("cut.parquet", file.subarray(0, file.length - 3)))).toBe(
    "fileUnreadable",
  );
  expect(await refusal(grant("damaged.parquet", damaged))).toBe("fileUnreadable");
  const locked = Buffer.concat([Buffer.from("PARE"), file.subarray(4, -4), Buffer.from("PARE")]);
  expect(await refusal(grant("locked.parquet", locked))).toBe("passwordProtected");
  await backend.close();
});
