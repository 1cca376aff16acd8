import { expect, test } from "vitest";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { mapped, openImportProject } from "../../testing/open-import-project.ts";

const jsonl = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
type Spans = Extract<AnswerValue, { kind: "extract" }>["spans"];

async function openNamed(taskType: Parameters<typeof openImportProject>[0]) {
  const opened = await openImportProject(taskType);
  const named = async (spans: Spans) => {
    const { labels } = await opened.client.definitions.get();
    const nameOf = new Map(labels.map(({ labelId, name }) => [labelId, name]));
    return spans.map(({ start, end, labelId }) => [start, end, nameOf.get(labelId)]);
  };
  return { ...opened, named };
}

const DOCCANO = [
  { id: 1, text: "💊 Take aspirin daily", label: [[7, 14, "DRUG"]] },
  { id: 2, text: "Rest", label: [] },
  { id: 3, text: "Too short", label: [[0, 40, "DRUG"]] },
];

test("doccano's spans become answers, labels are made, and a span outside its text is listed", async () => {
  const { client, backend, grant, review, run, named } = await openNamed("extract");
  const fileId = grant("spans.jsonl", jsonl(DOCCANO));
  const { columns } = await client.imports.inspect({ fileId });
  expect(columns.find(({ name }) => name === "spans")?.role).toBe("spans");
  expect(await review(fileId)).toMatchObject({
    fresh: 2,
    rejected: 1,
    newLabels: [{ name: "DRUG", rows: 1 }],
  });
  const { record, rejects, rows } = await run(fileId);
  expect(record).toMatchObject({ imported: 2, rejected: 1 });
  expect(rejects).toMatchObject([{ lineNumber: 3, reason: "spansOutside" }]);
  const [first, second] = rows;
  expect(await named(first?.answer?.kind === "extract" ? first.answer.spans : [])).toEqual([
    [7, 14, "DRUG"],
  ]);
  expect(second?.answer).toBeNull();
  await backend.close();
});

test("the same spans file again is known; a changed span updates the answer and can be taken back", async () => {
  const { client, backend, grant, review, bringIn, named } = await openNamed("extract");
  await bringIn(grant("a.jsonl", jsonl(DOCCANO)));
  const same = grant("b.jsonl", jsonl(DOCCANO.toReversed()));
  expect(await review(same)).toMatchObject({ known: 2, changed: 0, fresh: 0, rejected: 1 });
  const changed = [{ ...DOCCANO[0], label: [[2, 14, "DRUG"]] }];
  const { importId } = await bringIn(grant("c.jsonl", jsonl(changed)), { again: "update" });
  const spansNow = async () => {
    const { rows } = await client.examples.list({ limit: 1 });
    const answer = rows[0]?.answer;
    return named(answer?.kind === "extract" ? answer.spans : []);
  };
  expect(await spansNow()).toEqual([[2, 14, "DRUG"]]);
  await client.imports.takeBack({ importId });
  expect(await spansNow()).toEqual([[7, 14, "DRUG"]]);
  await backend.close();
});

test("a plain column of spans is mapped by hand; what cannot be read is listed", async () => {
  const { backend, grant, run, named } = await openNamed("extract");
  const marks = '"[{""start"":0,""end"":3,""label"":""COLOUR""}]"';
  const csv = `note,marks\nred car,${marks}\nred bus,${marks}\nred bin,${marks}\nblue,COLOUR\n`;
  const mapping = mapped({ note: "input", marks: "spans" });
  const { rows, rejects } = await run(grant("marks.csv", csv), { mapping });
  expect(rejects).toMatchObject([{ reason: "spansNotReadable" }]);
  expect(rows).toHaveLength(3);
  const answer = rows[0]?.answer;
  expect(await named(answer?.kind === "extract" ? answer.spans : [])).toEqual([[0, 3, "COLOUR"]]);
  await backend.close();
});

test("places that are none in this text are listed, never left away: in HTML, or beside what they quote", async () => {
  const { backend, grant, run } = await openNamed("extract");
  const task = (id: number, value: object) => ({
    id,
    data: { text: "a red car" },
    annotations: [
      { result: [{ from_name: "l", to_name: "text", type: "hypertextlabels", value }] },
    ],
  });
  const tasks = [
    task(1, { start: 2, end: 5, text: "red", hypertextlabels: ["COLOUR"] }),
    task(2, { start: "/p[1]/text()[1]", end: "/p[1]/text()[1]", hypertextlabels: ["COLOUR"] }),
    task(3, { start: 0, end: 3, text: "red", hypertextlabels: ["COLOUR"] }),
  ];
  const { rows, rejects } = await run(grant("tasks.json", JSON.stringify(tasks)));
  expect(rows.map(({ externalId }) => externalId)).toEqual(["1"]);
  expect(rejects.map(({ reason }) => reason)).toEqual(["spansNotReadable", "spansNotReadable"]);
  await backend.close();
});

test("a model's spans are nobody's answer", async () => {
  const { client, backend, grant, run } = await openNamed("extract");
  const region = {
    from_name: "label",
    to_name: "text",
    type: "labels",
    value: { start: 0, end: 3, text: "red", labels: ["COLOUR"] },
  };
  const tasks = [
    { data: { text: "red car" }, annotations: [], predictions: [{ result: [region] }] },
  ];
  const { rows } = await run(grant("tasks.json", JSON.stringify(tasks)));
  expect(rows).toMatchObject([{ status: "unlabelled", answer: null }]);
  expect((await client.definitions.get()).labels).toEqual([]);
  await backend.close();
});

const CHAT = {
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Sky?" },
    { role: "assistant", content: "Blue.", weight: 0 },
    { role: "user", content: "And at night?" },
    { role: "assistant", content: "Black.", weight: 1 },
  ],
};

test("OpenAI chats are asked without their last reply and answered with it, weights kept", async () => {
  const { backend, grant, review, bringIn, run } = await openImportProject("chat");
  const open = { messages: CHAT.messages.slice(0, 4) };
  const odd = { messages: [{ role: "narrator", content: "It was night." }] };
  const { rows, rejects } = await run(grant("chat.jsonl", jsonl([CHAT, odd])));
  expect(rejects).toMatchObject([{ lineNumber: 2, reason: "notAConversation" }]);
  expect(rows[0]).toMatchObject({
    payload: { kind: "chat", turns: CHAT.messages.slice(0, 4) },
    answer: { kind: "chat", turns: CHAT.messages },
    status: "labelled",
  });
  expect(rows[0]?.input).toContain("user: And at night?");
  expect(rows[0]?.input).not.toContain("Black.");
  expect(await review(grant("again.jsonl", jsonl([CHAT, open])))).toMatchObject({
    known: 1,
    fresh: 1,
    duplicateRows: 1,
  });
  expect(await bringIn(grant("open.jsonl", jsonl([open])))).toMatchObject({ imported: 1 });
  await backend.close();
});

test("ShareGPT and plain question and answer are chats too", async () => {
  const { client, backend, grant, run } = await openImportProject("chat");
  const shared = {
    system: "Be brief.",
    conversations: [
      { from: "human", value: "Sky?" },
      { from: "gpt", value: "Blue." },
    ],
  };
  await run(grant("share.json", JSON.stringify([shared])));
  await run(grant("plain.csv", "prompt,completion\nSea?,Deep.\nHill?,\n"));
  const { rows } = await client.examples.list({});
  expect(rows.map(({ input, status }) => [input, status])).toEqual([
    ["system: Be brief.\n\nuser: Sky?", "labelled"],
    ["Sea?", "labelled"],
    ["Hill?", "unlabelled"],
  ]);
  await backend.close();
});

test("pairs of responses: the order tells nothing, one prompt may have several, and all are known again", async () => {
  const { client, backend, grant, review, bringIn } = await openImportProject("rank");
  const pair = (better: string, worse: string) => ({
    input: { messages: [{ role: "user", content: "Sky?" }] },
    preferred_output: [{ role: "assistant", content: better }],
    non_preferred_output: [{ role: "assistant", content: worse }],
  });
  const pairs = [pair("Blue.", "Green."), pair("Blue.", "Red."), pair("Azure.", "Red.")];
  const fileId = grant("pairs.jsonl", jsonl(pairs));
  await bringIn(fileId);
  const { rows } = await client.examples.list({});
  const preferred = rows.map(({ answer, payload }) =>
    answer?.kind === "rank" && payload?.kind === "rank"
      ? payload.responses[answer.preferred ?? -1]
      : null,
  );
  expect(preferred).toEqual(["Blue.", "Blue.", "Azure."]);
  expect(rows.map(({ input }) => input)).toEqual(["Sky?", "Sky?", "Sky?"]);
  const turned = [pair("Green.", "Blue."), ...pairs.slice(1), pair("Grey.", "Blue.")];
  expect(await review(grant("more.jsonl", jsonl(turned)))).toMatchObject({
    known: 2,
    changed: 1,
    fresh: 1,
    duplicateRows: 0,
  });
  await backend.close();
});

test("responses in columns with a preference; without columns to choose from nothing is imported", async () => {
  const { client, backend, grant, run } = await openImportProject("rank");
  const csv =
    "question,response_a,response_b,winner\nSky?,Blue.,Green.,A\nSea?,Deep.,Red.,tie\nHill?,High.,Low.,\nWhy?,So.,No.,perhaps\n";
  const { rows, rejects } = await run(grant("ab.csv", csv));
  expect(rows.map(({ answer }) => answer)).toEqual([
    { kind: "rank", outcome: "preferred", preferred: 0, reasons: [] },
    { kind: "rank", outcome: "tie", preferred: null, reasons: [] },
    null,
  ]);
  expect(rows[0]?.payload).toEqual({ kind: "rank", responses: ["Blue.", "Green."] });
  expect(rejects).toMatchObject([{ reason: "unknownPreference", detail: "perhaps" }]);
  const fileId = grant("one.csv", "question,reply\nSky?,Blue.\n");
  await expect(
    client.imports.start({ fileId, mapping: mapped({ question: "input", reply: "response" }) }),
  ).rejects.toMatchObject({ data: { code: "noResponseColumns" } });
  await backend.close();
});

test("by its own number a pair takes other responses; the answer to the old ones is asked anew", async () => {
  const { client, backend, grant, bringIn } = await openImportProject("rank");
  await bringIn(grant("a.csv", "id,prompt,response_a,response_b,winner\n1,Sky?,Blue.,Green.,A\n"));
  const next = grant("b.csv", "id,prompt,response_a,response_b,winner\n1,Sky?,Azure.,Green.,\n");
  await bringIn(next, { again: "update" });
  const now = async () => (await client.examples.list({})).rows[0];
  expect(await now()).toMatchObject({
    payload: { responses: ["Azure.", "Green."] },
    status: "unlabelled",
    flagged: true,
  });
  await client.history.undo();
  expect(await now()).toMatchObject({
    payload: { responses: ["Blue.", "Green."] },
    status: "labelled",
  });
  await backend.close();
});
