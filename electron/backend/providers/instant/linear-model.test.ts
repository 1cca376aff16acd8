import { expect, test } from "vitest";
import { createClassifier } from "./linear-model.ts";
import { readBanking77 } from "./testing/banking77.ts";
import { trainLinear } from "./train-linear.ts";

const pairs = (split: "train" | "test") => readBanking77(split).filter((_, row) => row % 3 === 0);
const labels = [...new Set(pairs("train").map(([, label]) => label))];
const texts = (list: [string, string][]) => ({
  texts: list.map(([text]) => text),
  labelOfText: Int32Array.from(list, ([, label]) => labels.indexOf(label)),
});

test("without validation rows, probabilities still say how often the model is right", async () => {
  const task = { labels, train: texts(pairs("train")), validation: texts([]) };
  const progress: number[][] = [];
  const { model } = await trainLinear(task, {
    isStopped: () => false,
    onProgress: (done, total) => void progress.push([done, total]),
  });
  expect(progress.at(-1)).toEqual([labels.length, labels.length]);
  const { rank, classify } = createClassifier(model);
  const ranked = pairs("test").map(([text, label]) => {
    const [best] = rank(text);
    expect(best!.label).toBe(classify(text));
    return { ...best!, isRight: best!.label === label };
  });
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const claimed = mean(ranked.map((row) => row.probability));
  const right = mean(ranked.map((row) => (row.isRight ? 1 : 0)));
  expect(Math.abs(claimed - right)).toBeLessThan(0.04);
  const sum = rank("card").reduce((total, row) => total + row.probability, 0);
  expect(sum).toBeCloseTo(1, 6);
});
