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
