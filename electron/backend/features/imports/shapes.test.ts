import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { openImportProject } from "../../testing/open-import-project.ts";

const jsonl = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

test("doccano's labels become answers, one or several to a text", async () => {
  const { client, backend, grant, run } = await openImportProject("tag");
  const rows = [
    { id: 1, text: "Great price, slow post", label: ["price", "delivery"] },
    { id: 2, text: "Slow", label: ["delivery"] },
    { id: 3, text: "Hm", label: [] },
    { id: 4, text: "Either", label: ["a;b"] },
  ];
  const fileId = grant("all.jsonl", jsonl(rows));
  const { facts, readAs } = await client.imports.inspect({ fileId });
  expect([facts.shape, readAs.shape]).toEqual(["doccano", "doccano"]);
  const { record, rows: examples } = await run(fileId);
  expect(record).toMatchObject({ imported: 4, rejected: 0 });
  const { labels } = await client.definitions.get();
  const nameOf = new Map(labels.map(({ labelId, name }) => [labelId, name]));
  expect(
    examples.map(({ externalId, answer, fields }) => [
      externalId,
      answer?.kind === "tag" ? answer.labelIds.map((id) => nameOf.get(id)) : null,
      fields,
    ]),
  ).toEqual([
    ["1", ["price", "delivery"], {}],
    ["2", ["delivery"], {}],
    ["3", null, {}],
    ["4", ["a;b"], {}],
  ]);
  await backend.close();
});

test("what a model suggested or somebody cancelled is nobody's answer; a second opinion is kept", async () => {
  const { client, backend, grant, run } = await openImportProject();
  const says = (choice: string) => [
    { from_name: "c", to_name: "text", type: "choices", value: { choices: [choice] } },
  ];
  const tasks = [
    {
      id: 1,
      data: { text: "Where is it?" },
      annotations: [
        { completed_by: 7, result: says("delivery") },
        { completed_by: 8, result: says("refund") },
      ],
      predictions: [],
    },
    { id: 2, data: { text: "Money!" }, annotations: [], predictions: [{ result: says("refund") }] },
    {
      id: 3,
      data: { text: "Hm" },
      annotations: [{ was_cancelled: true, result: says("spam") }],
      predictions: [],
    },
  ];
  const { rows } = await run(grant("export.json", JSON.stringify(tasks, null, 2)));
  expect(rows.map(({ status }) => status)).toEqual(["labelled", "unlabelled", "unlabelled"]);
  expect(rows[0]?.fields).toEqual({
    annotator: "7",
    "other answers": '[{"annotator":"8","label":"refund"}]',
  });
  expect(rows[1]?.fields["suggestions"]).toContain("refund");
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["delivery"]);
  await backend.close();
});

test("chats of OpenAI's and ShareGPT's kind give question and answer, and keep all turns", async () => {
  const { backend, grant, run } = await openImportProject("write");
  const chat = {
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: [{ type: "text", text: "Hi" }] },
      { role: "assistant", content: "Hello.", weight: 1 },
    ],
  };
  const first = await run(grant("chat.jsonl", jsonl([chat])));
  expect(first.rows[0]).toMatchObject({
    input: "Hi",
    answer: { kind: "write", response: "Hello." },
  });
  expect(JSON.parse(first.rows[0]?.fields["messages"] ?? "")).toHaveLength(3);
  const shared = {
    conversations: [
      { from: "human", value: "Sky?" },
      { from: "gpt", value: "Blue." },
    ],
  };
  const second = await run(grant("sharegpt.json", JSON.stringify([shared])));
  expect(second.rows[1]).toMatchObject({
    input: "Sky?",
    answer: { kind: "write", response: "Blue." },
  });
  await backend.close();
});

test("of a preferred pair the better answer is taken and the worse one kept", async () => {
  const { backend, grant, run } = await openImportProject("write");
  const pair = {
    input: { messages: [{ role: "user", content: "Sky?" }] },
    preferred_output: [{ role: "assistant", content: "Blue." }],
    non_preferred_output: [{ role: "assistant", content: "Green." }],
  };
  const { rows } = await run(grant("pairs.jsonl", jsonl([pair])));
  expect(rows[0]).toMatchObject({
    input: "Sky?",
    answer: { kind: "write", response: "Blue." },
    fields: { rejected: "Green." },
  });
  await backend.close();
});

test("records inside a Parquet file are recognised like those in JSON", async () => {
  const { client, backend, grant, run } = await openImportProject("write");
  const file = parquetWriteBuffer({
    columnData: [
      { name: "instruction", data: ["Sum up", "Say hello"], type: "STRING" },
      { name: "input", data: ["A long text", ""], type: "STRING" },
      { name: "output", data: ["Short", "Hello"], type: "STRING" },
    ],
  });
  const fileId = grant("alpaca.parquet", new Uint8Array(file));
  expect((await client.imports.inspect({ fileId })).readAs.shape).toBe("alpaca");
  const plain = await client.imports.inspect({ fileId, readAs: { shape: "plain" } });
  expect(plain.columns.map(({ name }) => name)).toEqual(["instruction", "input", "output"]);
  const { rows } = await run(fileId);
  expect(rows.map(({ input, answer }) => [input, answer])).toEqual([
    ["Sum up\n\nA long text", { kind: "write", response: "Short" }],
    ["Say hello", { kind: "write", response: "Hello" }],
  ]);
  await backend.close();
});

test("a record of another form further down is listed with its line, its neighbours are kept", async () => {
  const { backend, grant, run } = await openImportProject("write");
  const good = (n: number) => ({ messages: [{ role: "user", content: `question ${n}` }] });
  const rows: object[] = Array.from({ length: 300 }, (_, n) => good(n));
  rows[250] = { messages: "none", __proto__: null };
  rows[251] = { text: "something else" };
  const { record, rejects } = await run(grant("chat.jsonl", jsonl(rows)));
  expect(record).toMatchObject({ rowsRead: 300, imported: 298, rejected: 2 });
  expect(rejects.map(({ lineNumber, reason }) => [lineNumber, reason])).toEqual([
    [251, "notOfThisShape"],
    [252, "notOfThisShape"],
  ]);
  await backend.close();
});

test("hostile keys in another program's records change nothing but their own row", async () => {
  const { backend, grant, run } = await openImportProject();
  const text =
    '{"id":1,"data":{"text":"one","__proto__":{"polluted":true},"constructor":"c"},"annotations":[],"predictions":[]}\n' +
    `{"id":2,"data":${"[".repeat(10_000)}${"]".repeat(10_000)},"annotations":[],"predictions":[]}\n` +
    '{"id":3,"data":{"text":"three"},"annotations":[],"predictions":[],}\n' +
    '{"id":4,"data":{"text":"four"},"annotations":[],"annotations":[]}\n' +
    '{"id":5,"data":{"text":"five"},"annotations":[],"predictions":[]}\n';
  const { record, rejects, rows } = await run(grant("tasks.jsonl", text));
  expect(record).toMatchObject({ rowsRead: 5, imported: 2, rejected: 3 });
  expect(rejects.map(({ lineNumber, reason }) => [lineNumber, reason])).toEqual([
    [2, "tooDeep"],
    [3, "notReadable"],
    [4, "notReadable"],
  ]);
  expect(rows.map(({ input }) => input)).toEqual(["one", "five"]);
  const stored = backend
    .session()
    .db.prepare("select fields from example_text order by id")
    .pluck();
  expect(stored.get()).toBe('{"__proto__":"{\\"polluted\\":true}","constructor":"c"}');
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  await backend.close();
});

test("a cell of 50 million characters is taken or refused by the stated limit, and shown cut", async () => {
  const { client, backend, grant, run } = await openImportProject("write");
  const long = "x".repeat(10_000_000);
  const fileId = grant("long.txt", `${long}\nshort\n${"y".repeat(50_000_001)}\nlast\n`);
  const preview = await client.imports.inspect({ fileId });
  expect(preview.rows.map(([text = ""]) => text.length)).toEqual([2001, 5, 4]);
  expect(preview.rejects).toMatchObject([{ lineNumber: 3, reason: "tooLong" }]);
  const { record } = await run(fileId);
  expect(record).toMatchObject({ rowsRead: 4, imported: 3, rejected: 1 });
  await backend.close();
}, 60_000);
