import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { encodeLinearModel } from "#backend/providers/instant/instant-models.ts";
import { createClassifier } from "#backend/providers/instant/linear-model.ts";
import { readBanking77 } from "#backend/providers/instant/testing/banking77.ts";
import { trainLinear } from "#backend/providers/instant/train-linear.ts";
import { macroF1 } from "#shared/features/comparisons/label-scores.ts";
import { z } from "zod";
import type { BenchReport } from "./report.ts";

const SAMPLES = resolve(import.meta.dirname, "../../resources/samples/bank-questions");

const Measured = z.object({
  accuracy: z.number(),
  macroF1: z.number(),
  vectoriseSeconds: z.number(),
  trainSeconds: z.number(),
  predictSeconds: z.number(),
});
type Measured = z.infer<typeof Measured>;

async function measureTacit(): Promise<Measured & { artefactBytes: number }> {
  const train = readBanking77("train");
  const held = readBanking77("test");
  const labels = [...new Set(train.map(([, label]) => label))];
  const labelOfText = Int32Array.from(train, ([, label]) => labels.indexOf(label));
  const task = {
    labels,
    train: { texts: train.map(([text]) => text), labelOfText },
    validation: { texts: [], labelOfText: new Int32Array() },
  };
  const { model, facts } = await trainLinear(task, {
    isStopped: () => false,
    onProgress: () => {},
  });
  const startMs = performance.now();
  const classifier = createClassifier(model);
  const got = held.map(([text]) => classifier.classify(text));
  const predictSeconds = (performance.now() - startMs) / 1000;
  const expected = held.map(([, label]) => label);
  const coded = (names: string[]) => Int32Array.from(names, (name) => labels.indexOf(name));
  return {
    accuracy: expected.filter((label, i) => got[i] === label).length / expected.length,
    macroF1: macroF1({ labels, expected: coded(expected), got: coded(got) }),
    vectoriseSeconds: facts.vectoriseMs / 1000,
    trainSeconds: facts.trainMs / 1000,
    predictSeconds,
    artefactBytes: encodeLinearModel(model).length,
  };
}

/** Scikit-learn in the same run; null where Python or scikit-learn is missing. */
function measureAnchor(): Measured | null {
  const files = ["train", "test"].map((split) => resolve(SAMPLES, `banking77_${split}.csv`));
  const script = resolve(import.meta.dirname, "instant-anchor.py");
  const python = process.env["TACIT_BENCH_PYTHON"] ?? "python3";
  const { status, stdout } = spawnSync(python, [script, ...files], { encoding: "utf8" });
  return status === 0 ? Measured.parse(JSON.parse(stdout)) : null;
}

/** The instant model against scikit-learn's LinearSVC on BANKING77. */
export async function benchInstant(): Promise<BenchReport> {
  const tacit = await measureTacit();
  const anchor = measureAnchor();
  const row = (name: string, key: keyof Measured, digits: number, bar = "") => [
    name,
    tacit[key].toFixed(digits),
    anchor ? anchor[key].toFixed(digits) : "absent",
    bar,
  ];
  return {
    name: "instant",
    title: "Instant model on BANKING77: 10,003 rows to learn from, 3,080 kept aside",
    head: ["", "instant model", "scikit-learn LinearSVC", "bar"],
    rows: [
      row("accuracy", "accuracy", 4, "≥ 0.91"),
      row("macro-F1", "macroF1", 4),
      row("vectorising, s", "vectoriseSeconds", 2),
      row("training, s", "trainSeconds", 2),
      row("vectorising and predicting the rows kept aside, s", "predictSeconds", 2),
      ["model file, bytes", String(tacit.artefactBytes), "–", ""],
    ],
    notes: [
      "the instant model's training includes a second one that fits its probabilities",
      ...(anchor ? [] : ["no Python with scikit-learn here, so there is nothing to compare with"]),
    ],
  };
}
