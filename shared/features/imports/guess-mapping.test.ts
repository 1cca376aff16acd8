import { expect, test } from "vitest";
import type { TaskType } from "../projects/task-type.ts";
import { guessMapping } from "./guess-mapping.ts";

const cases: [title: string, task: TaskType, columns: Record<string, string[]>, roles: string[]][] =
  [
    [
      "text and category",
      "classify",
      { text: ["Where is it?", "Too late", "Hello"], category: ["a", "b", "a"] },
      ["input", "label"],
    ],
    [
      "names that say nothing",
      "classify",
      {
        v1: ["ham", "spam", "ham", "ham"],
        v2: ["Go until Jurong point", "Free entry in a prize draw", "Ok lar", "U dun say so"],
        "column 3": ["", "", "", ""],
      },
      ["label", "input", "field"],
    ],
    [
      "three annotators",
      "classify",
      {
        bbcid: ["29911712", "29911712", "29911712", "1"],
        system: ["BERT", "BERT", "TConv", "TConv"],
        summary: ["more than 50 pupils", "more than 50 pupils", "a man has died", "a man"],
        is_factual: ["no", "yes", "no", "no"],
        worker_id: ["wid_0", "wid_1", "wid_0", "wid_1"],
      },
      ["field", "field", "input", "label", "field"],
    ],
    [
      "question and answer",
      "write",
      { id: ["1", "2"], question: ["What?", "Who?"], answer: ["That.", "He."] },
      ["id", "input", "response"],
    ],
    ["prompt", "write", { prompt: ["p", "q"], completion: ["c", "d"] }, ["input", "response"]],
    [
      "Alpaca",
      "write",
      { instruction: ["Sum up", "Say"], input: ["A text", ""], output: ["o", "p"] },
      ["input", "input", "response"],
    ],
    ["conversation", "write", { messages: ['[{"role":"user"}]'] }, ["input"]],
    [
      "tags, a split and a group",
      "tag",
      {
        Body: ["one", "two"],
        Tags: ["a;b", "b"],
        split: ["train", "dev"],
        conversation_id: ["7", "7"],
      },
      ["input", "labels", "split", "group"],
    ],
    [
      "a split column that names no splits",
      "classify",
      { text: ["some words", "other words"], split: ["north", "south"], label: ["a", "b"] },
      ["input", "field", "label"],
    ],
    [
      "chat with its last reply",
      "chat",
      {
        messages: ['[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]'],
        source: ["web"],
      },
      ["messages", "field"],
    ],
    [
      "chat in plain columns",
      "chat",
      { prompt: ["Hi", "Ho"], completion: ["a", "b"] },
      ["input", "response"],
    ],
    [
      "spans in a plain column",
      "extract",
      { text: ["red car", "a car"], entities: ['[{"start":0,"end":3,"label":"C"}]', "[]"] },
      ["input", "spans"],
    ],
    [
      "tags are no spans",
      "extract",
      { text: ["red car", "a car"], labels: ['["colour"]', '["none"]'] },
      ["input", "field"],
    ],
    [
      "chosen and rejected",
      "rank",
      { prompt: ["Sky?", "Sea?"], chosen: ["Blue.", "Deep."], rejected: ["No.", "Red."] },
      ["input", "chosen", "rejected"],
    ],
    [
      "two responses and a winner",
      "rank",
      {
        question: ["Sky?", "Sea?", "Why?"],
        response_a: ["Blue.", "Deep.", "So."],
        response_b: ["No.", "Red.", "No."],
        winner: ["A", "A", "tie"],
      },
      ["input", "response", "response", "preference"],
    ],
    [
      "a pair with its conversation",
      "rank",
      {
        messages: ['[{"role":"user","content":"Sky?"}]'],
        chosen: ["Blue."],
        rejected: ["Green."],
      },
      ["messages", "chosen", "rejected"],
    ],
    [
      "hostile names",
      "classify",
      { __proto__x: ["b", "b", "c"], text: ["x y", "y z", "z"] },
      ["label", "input"],
    ],
  ];

test.each(cases)("%s", (_title, task, columns, roles) => {
  const sampled = Object.entries(columns).map(([name, values]) => ({ name, values }));
  const guessed = guessMapping(sampled, task);
  expect(sampled.map(({ name }) => guessed.get(name))).toEqual(roles);
});
