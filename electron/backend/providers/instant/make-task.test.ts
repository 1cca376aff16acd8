import { expect, test } from "vitest";
import { makeInstantTask } from "./make-task.ts";
import { makeFrozenDataset } from "./testing/frozen-dataset.ts";

function makeWriteTask(train: (readonly [string, string])[]) {
  const dataset = makeFrozenDataset("write", { train });
  return makeInstantTask(dataset.version, dataset.rows("train"), []);
}

test("labels come in the version's order, without those that nothing is learned about", () => {
  const dataset = makeFrozenDataset("classify", {
    validation: [["z", "only validation"]],
    train: [
      ["x", "first"],
      ["y", "second"],
      ["z", "first"],
    ],
  });
  const version = { ...dataset.version, labels: dataset.version.labels.toReversed() };
  const task = makeInstantTask(version, dataset.rows("train"), dataset.rows("validation"));
  expect(task).toEqual({
    kind: "linear",
    labels: ["second", "first"],
    train: { texts: ["x", "y", "z"], labelOfText: Int32Array.of(1, 0, 1) },
    validation: { texts: [], labelOfText: new Int32Array() },
  });
});

test("of more text than fits into memory, rows from beginning to end are taken", () => {
  const long = "x".repeat(80_000);
  const rows = Array.from({ length: 2000 }, (_, i) => [long, `answer ${i}`] as const);
  const task = makeWriteTask(rows);
  if (task.kind !== "retrieval") throw new Error("not a retrieval task");
  expect(task.responses).toHaveLength(1200);
  expect(task.responses[0]).toBe("answer 0");
  expect(task.responses.at(-1)).toBe("answer 1998");
  expect(new Set(task.responses).size).toBe(1200);
});

test("an ordinary set is taken whole", () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [`question ${i}`, `answer ${i}`] as const);
  expect(makeWriteTask(rows)).toMatchObject({ inputs: rows.map(([question]) => question) });
});
