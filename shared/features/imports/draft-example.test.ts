import { expect, test } from "vitest";
import type { ColumnRole } from "./column-role.ts";
import { createDrafter } from "./draft-example.ts";
import type { RowPlan } from "./draft-row.ts";

function draft(
  columns: [name: string, role: ColumnRole, cell: string][],
  plan: Partial<RowPlan> = {},
  rowNumber = 1,
) {
  return createDrafter({
    taskType: "classify",
    split: null,
    unansweredEvery: 0,
    columns: columns.map(([name]) => name),
    roles: columns.map(([, role]) => role),
    ...plan,
  })(
    columns.map(([, , cell]) => cell),
    [],
    rowNumber,
  );
}

test("every column goes where its role says and keeps its text", () => {
  const made = draft([
    ["text", "input", " Where? "],
    ["label", "label", " arrival "],
    ["doc", "group", "d1"],
    ["set", "split", "Dev"],
    ["no", "id", "007"],
    ["__proto__", "field", "1E5"],
    ["empty", "field", ""],
  ]);
  expect(made).toEqual({
    input: " Where? ",
    payload: null,
    answer: { kind: "label", name: "arrival" },
    group: "d1",
    split: "validation",
    externalId: "007",
    fields: '{"__proto__":"1E5"}',
  });
  expect(({} as Record<string, unknown>)["1E5"]).toBeUndefined();
});

test.each([
  ["no input", [["text", "input", " \n\t"]], "noInput"],
  [
    "an unknown split",
    [
      ["text", "input", "x"],
      ["set", "split", "holdout"],
    ],
    "unknownSplit",
  ],
  [
    "a label too long",
    [
      ["text", "input", "x"],
      ["l", "label", "y".repeat(201)],
    ],
    "tooLong",
  ],
] as [string, [string, ColumnRole, string][], string][])(
  "%s is refused",
  (_title, columns, reason) => expect(draft(columns)).toMatchObject({ reason }),
);

test("more labels than an answer may carry are refused", () => {
  const draftTags = createDrafter({
    taskType: "tag",
    columns: ["text", "tags"],
    roles: ["input", "labels"],
    split: null,
    unansweredEvery: 0,
  });
  const tags = (count: number) => Array.from({ length: count }, (_, n) => `tag ${n}`).join("|");
  expect(draftTags(["x", tags(501)], [], 1)).toMatchObject({ reason: "tooLong" });
  expect(draftTags(["x", tags(500)], [], 2)).toMatchObject({ answer: { kind: "labels" } });
});

test("answers follow the task: what it cannot use stays as a field", () => {
  const columns: [string, ColumnRole, string][] = [
    ["text", "input", "x"],
    ["label", "label", "a;b"],
    ["reply", "response", "yes"],
  ];
  expect(draft(columns)).toMatchObject({
    answer: { kind: "label", name: "a;b" },
    fields: '{"reply":"yes"}',
  });
  expect(draft(columns, { taskType: "tag" })).toMatchObject({
    answer: { kind: "labels", names: ["a", "b"] },
  });
  expect(draft(columns, { taskType: "write" })).toMatchObject({
    answer: { kind: "response", text: "yes" },
    fields: '{"label":"a;b"}',
  });
  expect(
    draft([
      ["text", "input", "x"],
      ["label", "label", ""],
    ]),
  ).toMatchObject({ answer: null });
});

test("several input columns become one text; a conversation becomes its last exchange", () => {
  expect(
    draft([
      ["instruction", "input", "Sum up"],
      ["input", "input", "A text"],
    ]),
  ).toMatchObject({ input: "Sum up\n\nA text" });
  const messages = JSON.stringify([
    { role: "system", content: "s" },
    { role: "user", content: "first" },
    { role: "assistant", content: "a1" },
    { role: "user", content: "second" },
    { role: "assistant", content: "a2" },
  ]);
  const made = draft([["messages", "input", messages]], { taskType: "write" });
  expect(made).toMatchObject({ input: "second", answer: { kind: "response", text: "a2" } });
  expect(JSON.parse((made as { fields: string }).fields)).toEqual({ messages });
});

test("every n-th row is left unanswered and its answer is not kept elsewhere", () => {
  const columns: [string, ColumnRole, string][] = [
    ["text", "input", "x"],
    ["label", "label", "a"],
  ];
  expect(draft(columns, { unansweredEvery: 2 }, 3)).toMatchObject({ answer: { name: "a" } });
  expect(draft(columns, { unansweredEvery: 2 }, 4)).toMatchObject({ answer: null, fields: "{}" });
});
