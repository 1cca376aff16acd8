import { expect, test } from "vitest";
import type { Answerer, FrozenDataset } from "../provider.ts";
import { createInstantProvider } from "./index.ts";
import { readBanking77 } from "./testing/banking77.ts";
import { makeFrozenDataset, makeRecordingContext } from "./testing/frozen-dataset.ts";

const provider = createInstantProvider();
const signal = new AbortController().signal;

async function trainOn(dataset: FrozenDataset) {
  const { context, events } = makeRecordingContext(dataset);
  const { artefact, tunedModel } = await provider.train(context);
  const run = { dataset, baseModel: "instant", tunedModel, artefact, connection: null, signal };
  return { artefact: artefact!, tunedModel, events, answerers: await provider.makeAnswerers(run) };
}

async function ask(answerer: Answerer, input: string) {
  const [example] = makeFrozenDataset("write", { test: [[input, ""]] }).rows("test");
  const { text, problem } = await answerer.answer(example!, signal);
  expect(problem).toBeNull();
  return text;
}

const DRINKS = ["a pot of green tea", "hot black tea, please", "tea with milk", "iced lemon tea"];
const TRAINS = ["the night train is late", "two train tickets", "which platform", "a fast train"];
const SEPARABLE = [
  ...DRINKS.map((text) => [text, "drink"] as const),
  ...TRAINS.map((text) => [text, "travel"] as const),
  ["another train", "travel"] as const,
];

test("labels that can be told apart are told apart, also in texts not seen before", async () => {
  const { answerers, tunedModel } = await trainOn(
    makeFrozenDataset("classify", { train: SEPARABLE }),
  );
  for (const [text, label] of SEPARABLE) expect(await ask(answerers.tuned, text)).toBe(label);
  expect(await ask(answerers.tuned, "one more TEA for me")).toBe("drink");
  expect(await ask(answerers.tuned, "is the trains' timetable out?")).toBe("travel");
  expect(tunedModel).toMatch(/^instant-linear-[0-9a-f]{8}$/);
  expect(answerers.tuned.modelName).toBe(tunedModel);
});

test("the base side knows nothing but the most frequent label", async () => {
  const { answerers } = await trainOn(makeFrozenDataset("classify", { train: SEPARABLE }));
  expect(answerers.baseIsUntrainedBaseline).toBe(true);
  expect(answerers.base.modelName).toBe("majority-label-baseline");
  expect(await ask(answerers.base, "a pot of green tea")).toBe("travel");
});

test("the same version gives the same model, byte for byte", async () => {
  const dataset = makeFrozenDataset("classify", { train: SEPARABLE });
  const [first, second] = [await trainOn(dataset), await trainOn(dataset)];
  expect(second.artefact.equals(first.artefact)).toBe(true);
  expect(second.tunedModel).toBe(first.tunedModel);
  const other = await trainOn(makeFrozenDataset("classify", { train: SEPARABLE.slice(1) }));
  expect(other.tunedModel).not.toBe(first.tunedModel);
});

test("the test rows are never learned from, and the validation rows do not move the weights", async () => {
  const misleading = Array.from({ length: 60 }, (_, i) => [`train number ${i}`, "drink"] as const);
  const { answerers, events } = await trainOn(
    makeFrozenDataset("classify", { train: SEPARABLE, validation: misleading, test: misleading }),
  );
  expect(await ask(answerers.tuned, "train number 7")).toBe("travel");
  expect(events).toContain("Right on 0.0% of the examples kept for watching progress.");
});

test.each([
  ["nothing", ""],
  ["blanks", " \n\t "],
  ["words never seen", "zyxw vuts"],
  ["a lone surrogate", "\ud83d"],
  ["a very long text", "tea ".repeat(100_000)],
])("any text gets one of the labels: %s", async (_, text) => {
  const { answerers } = await trainOn(makeFrozenDataset("classify", { train: SEPARABLE }));
  expect(["drink", "travel"]).toContain(await ask(answerers.tuned, text));
});

test("a single label, and empty texts to learn from, are no reason to fail", async () => {
  const train = [
    ["", "only"],
    ["tea", "only"],
  ] as const;
  const { answerers } = await trainOn(makeFrozenDataset("classify", { train }));
  expect(await ask(answerers.tuned, "coffee")).toBe("only");
});

test("scripts without spaces and emoji are told apart", async () => {
  const train = [
    ["我的卡丢了", "卡"],
    ["卡片还没有到", "卡"],
    ["怎么转账", "转账"],
    ["转账失败了", "转账"],
    ["🎉🎉", "party"],
    ["🎉 🥳", "party"],
  ] as const;
  const { answerers } = await trainOn(makeFrozenDataset("classify", { train }));
  expect(await ask(answerers.tuned, "新卡在哪里")).toBe("卡");
  expect(await ask(answerers.tuned, "我要转账")).toBe("转账");
  expect(await ask(answerers.tuned, "so happy 🎉")).toBe("party");
});

const QUESTIONS = [
  ["How do I treat a sprained ankle?", "Rest, ice, compression, elevation."],
  ["What are the symptoms of gout?", "Sudden pain, often in the big toe."],
  ["感冒了怎么办", "多喝水"],
] as const;

test("a written answer is that of the nearest training question, or nothing", async () => {
  const { answerers, tunedModel } = await trainOn(makeFrozenDataset("write", { train: QUESTIONS }));
  expect(tunedModel).toMatch(/^instant-retrieval-[0-9a-f]{8}$/);
  expect(await ask(answerers.tuned, "gout: which symptoms?")).toBe(QUESTIONS[1][1]);
  expect(await ask(answerers.tuned, "ANKLE")).toBe(QUESTIONS[0][1]);
  expect(await ask(answerers.tuned, "我感冒")).toBe(QUESTIONS[2][1]);
  expect(await ask(answerers.tuned, "unrelated")).toBe("");
  expect(await ask(answerers.tuned, "")).toBe("");
  expect(answerers.base.modelName).toBe("no-model");
  expect(await ask(answerers.base, "ANKLE")).toBe("");
});

test("too few rows and other task types are refused before any work", async () => {
  const one = makeFrozenDataset("classify", { train: SEPARABLE.slice(1, 2) });
  await expect(trainOn(one)).rejects.toMatchObject({
    code: "tooFewTrainRows",
    params: { rows: 1, minimum: 2 },
  });
  for (const taskType of ["extract", "rank"] as const) {
    const other = { ...one, version: { ...one.version, taskType } };
    await expect(trainOn(other)).rejects.toMatchObject({ code: "taskTypeNotSupported" });
  }
});

test("a model that was damaged, cut short, made by a newer version or never made is refused", async () => {
  const dataset = makeFrozenDataset("classify", { train: SEPARABLE });
  const { artefact, tunedModel } = await trainOn(dataset);
  const load = (file: Buffer | null) => {
    const run = { dataset, baseModel: "instant", tunedModel, connection: null, signal };
    return provider.makeAnswerers({ ...run, artefact: file });
  };
  const flipped = Buffer.from(artefact);
  flipped[artefact.length >> 1]! ^= 0x55;
  const newer = Buffer.from(artefact);
  newer.writeUInt16LE(999, 4);
  const damaged = { code: "fileDamaged", params: { name: tunedModel } };
  await expect(load(flipped)).rejects.toMatchObject(damaged);
  await expect(load(artefact.subarray(0, artefact.length - 9))).rejects.toMatchObject(damaged);
  await expect(load(Buffer.alloc(0))).rejects.toMatchObject(damaged);
  await expect(load(newer)).rejects.toMatchObject({ code: "fileTooNew" });
  await expect(load(null)).rejects.toMatchObject({ code: "trainingNotDone" });
});

test("cancelling in the middle ends the training", async () => {
  const dataset = makeFrozenDataset("classify", { train: readBanking77("train") });
  const abort = new AbortController();
  const seen: number[] = [];
  const { context, events } = makeRecordingContext(dataset, abort, (progress) => {
    if (progress.phase !== "training" || progress.done === 0) return;
    seen.push(progress.done);
    abort.abort("cancel");
  });
  await expect(provider.train(context)).rejects.toMatchObject({ code: "cancelled" });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toBeLessThan(77);
  expect(events).toEqual([]);
});

test("BANKING77: right on at least 0.91 of its own test questions, in a model below 2 MB", async () => {
  const test77 = readBanking77("test");
  const dataset = makeFrozenDataset("classify", { train: readBanking77("train"), test: test77 });
  const { answerers, artefact, events } = await trainOn(dataset);
  let right = 0;
  for (const [text, label] of test77) if ((await ask(answerers.tuned, text)) === label) right += 1;
  expect(right / test77.length).toBeGreaterThanOrEqual(0.91);
  expect(artefact.length).toBeLessThan(2_000_000);
  expect(events[0]).toContain("Learned 77 labels from 10,003 examples");
});

test("the estimate counts training text only, as an estimate, and costs nothing", async () => {
  const train = [
    ["12345678", "ab"],
    ["1234", "cd"],
  ] as const;
  const dataset = makeFrozenDataset("classify", { train, test: SEPARABLE });
  const estimate = await provider.estimate(dataset, "instant", {});
  expect(estimate).toMatchObject({ trainRows: 2, trainTokens: 4, tokensAreEstimate: true });
  expect(estimate.cost).toMatchObject({ low: 0, high: 0 });
  expect(estimate.seconds!.low).toBeLessThan(1);
  expect(provider.outgoingFiles(dataset)).toEqual([]);
});
