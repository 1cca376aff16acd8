import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { formatsFor, type HandoffFormat } from "#shared/features/handoffs/formats.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { SplitPlan } from "#shared/features/versions/contract.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import type { Seed } from "../../testing/seed-examples.ts";

const PLAN: SplitPlan = {
  seed: 42,
  ratios: { train: 100, validation: 0, test: 0 },
  keepGivenSplits: true,
};

async function openFrozen(
  taskType: TaskType,
  labels: readonly string[],
  seeds: (labelIds: string[]) => Seed[],
) {
  const opened = await openSeededProject(taskType, labels, (labelIds) =>
    seeds(labelIds).map((seed) => ({ ...seed, split: "train" })),
  );
  const { client } = opened;
  const version = await client.versions.freeze(PLAN);
  const write = async (format: HandoffFormat) => {
    const made = await client.handoffs.create({ versionId: version.versionId, format });
    const read = (name: string) => readFileSync(join(made.folder, name), "utf8");
    const lines = (name = "train.jsonl") =>
      read(name)
        .slice(0, -1)
        .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const list = JSON.parse(read("manifest.json")) as Record<string, unknown>;
    return { made, read, lines, list, card: read("README.md") };
  };
  return { ...opened, version, write };
}

const TEXTS = {
  emoji: "💊 Take aspirin daily",
  hidden: "first\u2028second line",
  nul: "a\u0000b aspirin",
  rtl: "שלום אספירין",
  command: "<|endoftext|> aspirin",
};
const openExtract = () =>
  openFrozen("extract", ["DRUG", 'odd <"label">'], ([drug = "", odd = ""]) => {
    const answer = (...spans: [number, number, string][]): Seed["answer"] => ({
      kind: "extract",
      spans: spans.map(([start, end, labelId]) => ({ start, end, labelId })),
    });
    return [
      { input: TEXTS.emoji, answer: answer([15, 20, odd], [7, 14, drug]) },
      { input: TEXTS.hidden, answer: answer([6, 12, drug]) },
      { input: TEXTS.nul, answer: answer([4, 11, drug]) },
      { input: TEXTS.rtl, answer: answer([5, 12, drug]) },
      { input: TEXTS.command, answer: answer([14, 21, drug]) },
      { input: "nothing here", answer: answer() },
    ];
  });

describe("marked passages", () => {
  /** The passage that a reader would cut out, as Python counts. */
  const cut = (text: string, start: number, end: number) =>
    Array.from(text).slice(start, end).join("");
  const PASSAGES = ["aspirin", "daily", "second", "aspirin", "אספירין", "aspirin"];

  test("doccano's triples point at the same passages, whatever stands before them", async () => {
    const { backend, write } = await openExtract();
    const { lines } = await write("doccano");
    const rows = lines() as { text: string; label: [number, number, string][] }[];
    expect(rows[0]).toMatchObject({
      text: TEXTS.emoji,
      label: [
        [7, 14, "DRUG"],
        [15, 20, 'odd <"label">'],
      ],
    });
    expect(rows[2]?.text).toBe("ab aspirin");
    const passages = rows.flatMap(({ text, label }) =>
      label.map(([start, end]) => cut(text, start, end)),
    );
    expect(passages).toEqual(PASSAGES);
    await backend.close();
  });

  test("Prodigy's and the plain rows agree; the card and the manifest say how places are counted", async () => {
    const { backend, write } = await openExtract();
    for (const format of ["prodigy", "jsonl"] as const) {
      const { lines, list, card } = await write(format);
      const rows = lines() as {
        text?: string;
        input?: string;
        spans: { start: number; end: number }[];
      }[];
      const passages = rows.flatMap(({ text, input, spans }) =>
        spans.map(({ start, end }) => cut(text ?? input ?? "", start, end)),
      );
      expect(passages).toEqual(PASSAGES);
      expect(list["offsets"]).toBe("Unicode code points, from 0, end exclusive");
      expect(card).toContain("Offsets: Unicode code points, from 0, end exclusive.");
      expect(card).toContain("- spans: 6\n- examples without any span: 1");
    }
    const { read } = await write("prodigy");
    expect(read("load_spacy.py")).toContain("doc.char_span");
    await backend.close();
  });

  test("Label Studio's tasks quote each passage, and the interface escapes what labels are called", async () => {
    const { backend, write } = await openExtract();
    const { read } = await write("label-studio");
    const tasks = JSON.parse(read("train.json")) as {
      annotations: { result: { value: { text: string } }[] }[];
    }[];
    expect(tasks).toHaveLength(6);
    const quoted = tasks.flatMap(({ annotations }) =>
      annotations.flatMap(({ result }) => result.map(({ value }) => value.text)),
    );
    expect(quoted).toEqual(PASSAGES);
    expect(read("label-config.xml")).toContain('<Label value="odd &#60;&#34;label&#34;&#62;"/>');
    await backend.close();
  });

  test("CoNLL has one word a line; passages that overlap are refused and nothing is written", async () => {
    const { backend, write } = await openExtract();
    const { read } = await write("conll");
    expect(read("train.conll").split("\n").slice(0, 7)).toEqual([
      "-DOCSTART- -X- -X- O",
      "",
      "💊 -X- -X- O",
      "Take -X- -X- O",
      "aspirin -X- -X- B-DRUG",
      'daily -X- -X- B-odd_<"label">',
      "",
    ]);
    await backend.close();
    const overlapping = await openFrozen("extract", ["A"], ([labelId = ""]) => [
      {
        input: "New York Times",
        answer: {
          kind: "extract",
          spans: [
            { start: 0, end: 14, labelId },
            { start: 0, end: 8, labelId },
          ],
        },
      },
    ]);
    await expect(overlapping.write("conll")).rejects.toMatchObject({
      data: { code: "spansOverlap" },
    });
    expect((await overlapping.write("doccano")).lines()[0]).toMatchObject({
      label: [
        [0, 8, "A"],
        [0, 14, "A"],
      ],
    });
    await overlapping.backend.close();
  });
});

describe("responses", () => {
  const QUESTION = "Sky?\u2028<|endoftext|>";
  const openRank = () =>
    openFrozen("rank", [], () => {
      const rank = (
        responses: string[],
        preferred: number | null,
        outcome = "preferred",
      ): Seed => ({
        input: QUESTION,
        payload: { kind: "rank", responses },
        answer: { kind: "rank", outcome: outcome as "tie", preferred, reasons: ["tone"] },
      });
      return [
        rank(["Green.", "Blue."], 1),
        rank(["a", "b", "c"], 0),
        rank(["x", "y"], null, "tie"),
        rank(["x", "y"], null, "bothBad"),
      ];
    });

  test("become pairs; ties are left out, and each is named with its reason", async () => {
    const { backend, write, exampleIds } = await openRank();
    const openai = await write("preference");
    expect(openai.lines()).toHaveLength(3);
    expect(openai.lines()[0]).toEqual({
      input: { messages: [{ role: "user", content: QUESTION }] },
      preferred_output: [{ role: "assistant", content: "Blue." }],
      non_preferred_output: [{ role: "assistant", content: "Green." }],
    });
    expect(openai.made).toMatchObject({ leftOut: 2 });
    expect(openai.list["leftOut"]).toEqual([
      { id: at(exampleIds, 2), split: "train", reason: "tie" },
      { id: at(exampleIds, 3), split: "train", reason: "bothBad" },
    ]);
    expect(openai.card).toContain("- 1: the responses were judged equally good");
    expect(openai.card).toContain("- one response preferred: 2\n- ties: 1\n- all responses bad: 1");
    const trl = await write("trl-preference");
    expect(trl.lines()[2]).toEqual({
      prompt: [{ role: "user", content: QUESTION }],
      chosen: [{ role: "assistant", content: "a" }],
      rejected: [{ role: "assistant", content: "c" }],
    });
    await backend.close();
  });

  test("stand in tables with every response, whoever was preferred", async () => {
    const { backend, write } = await openRank();
    const { lines, list } = await write("jsonl");
    expect(lines()[0]).toMatchObject({
      input: QUESTION,
      chosen: "Blue.",
      rejected: ["Green."],
      responses: ["Green.", "Blue."],
      preferred: 1,
      reasons: ["tone"],
    });
    expect(lines()[2]).toMatchObject({ chosen: "", rejected: [], outcome: "tie", preferred: -1 });
    expect(list["leftOut"]).toEqual([]);
    const { read } = await write("csv");
    const { data } = Papa.parse<Record<string, string>>(read("train.csv"), {
      header: true,
      delimiter: ",",
    });
    expect(data[0]).toMatchObject({ chosen: "Blue.", rejected: '["Green."]' });
    await backend.close();
  });

  test("that were edited give pairs; without any edited one there is nothing to hand over", async () => {
    const { backend, write } = await openFrozen("write", [], () => [
      { input: "a", answer: { kind: "write", response: "Better.", original: "Worse." } },
      { input: "b", answer: { kind: "write", response: "Afresh." } },
    ]);
    const { lines, made } = await write("trl-preference");
    expect(lines()).toEqual([
      {
        prompt: [{ role: "user", content: "a" }],
        chosen: [{ role: "assistant", content: "Better." }],
        rejected: [{ role: "assistant", content: "Worse." }],
      },
    ]);
    expect(made.leftOut).toBe(1);
    expect(made.files.find(({ name }) => name === "train.jsonl")?.rows).toBe(1);
    await backend.close();
    const plain = await openFrozen("write", [], () => [
      { input: "b", answer: { kind: "write", response: "Afresh." } },
    ]);
    await expect(plain.write("preference")).rejects.toMatchObject({
      data: { code: "nothingToHandOver" },
    });
    await plain.backend.close();
  });
});

test("chats keep their turns and weights; only what was set is written for training", async () => {
  const turns = [
    { role: "user" as const, content: "Sky?" },
    { role: "assistant" as const, content: "Blue.", weight: 0 as const },
    { role: "user" as const, content: "🌙?" },
    { role: "assistant" as const, content: "Black." },
  ];
  const { backend, write } = await openFrozen("chat", [], () => [
    {
      input: "Sky?",
      payload: { kind: "chat", turns: turns.slice(0, 3) },
      answer: { kind: "chat", turns },
    },
  ]);
  const chat = await write("openai-chat");
  expect(chat.lines()).toEqual([{ messages: turns }]);
  expect(chat.card).toContain(
    "- turns: 4\n- turns of the assistant: 2\n- turns of the assistant left out of training (weight 0): 1",
  );
  const plain = await write("jsonl");
  expect(plain.lines()[0]).toMatchObject({
    turns: turns.map((turn) => ({ weight: 1, ...turn })),
  });
  await backend.close();
});

test("several labels: as text for training, as lists for code", async () => {
  const { backend, write } = await openFrozen(
    "tag",
    ["price", "post"],
    ([price = "", post = ""]) => [
      { input: "Dear, and late", answer: { kind: "tag", labelIds: [price, post] } },
      { input: "Hm", answer: { kind: "tag", labelIds: [] } },
    ],
  );
  const chat = await write("openai-chat");
  const replies = chat
    .lines()
    .map(({ messages }) => (messages as { content: string }[]).at(-1)?.content);
  expect(replies).toEqual(["price, post", "none"]);
  expect((await write("doccano")).lines()[0]).toMatchObject({ label: ["price", "post"] });
  expect((await write("label-studio")).read("label-config.xml")).toContain('choice="multiple"');
  await backend.close();
});

test.each<[TaskType, HandoffFormat]>([
  ["extract", "openai-chat"],
  ["rank", "conll"],
  ["chat", "preference"],
])("%s is not written as %s", async (taskType, format) => {
  expect(formatsFor(taskType)).not.toContain(format);
  const { backend, write } = await openFrozen(taskType, [], () => {
    const answers: Partial<Record<TaskType, Seed["answer"]>> = {
      extract: { kind: "extract", spans: [] },
      rank: { kind: "rank", outcome: "tie", preferred: null, reasons: [] },
      chat: { kind: "chat", turns: [{ role: "assistant", content: "x" }] },
    };
    return [{ input: "a", answer: answers[taskType]! }];
  });
  await expect(write(format)).rejects.toMatchObject({ data: { code: "formatDoesNotFit" } });
  await backend.close();
});
