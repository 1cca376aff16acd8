import { describe, expect, test } from "vitest";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import { serviceTraits } from "#shared/features/providers/service-traits.ts";
import { IMPATIENT } from "../../testing/open-service-project.ts";
import { makeTrainingContext } from "../../testing/training-context.ts";
import { startOpenAiServer } from "../../testing/openai-server/server.ts";
import type { FrozenDataset } from "../provider.ts";
import { createOpenAiProvider } from "./index.ts";
import { jobBody } from "./job-body.ts";
import { outgoingFiles } from "./outgoing-files.ts";

const version: DatasetVersion = {
  versionId: "v",
  number: 3,
  contentHash: "",
  taskType: "write",
  plan: { seed: 1, ratios: { train: 100, validation: 0, test: 0 }, keepGivenSplits: true },
  counts: { train: 10, validation: 0, test: 0 },
  labels: [],
  systemPrompt: "Be brief.",
  guideline: "",
  createdAtMs: 0,
};
const row = (input: string, response: string): FrozenExample => ({
  exampleId: input,
  externalId: "secret-row-id",
  group: null,
  split: "train",
  input,
  payload: null,
  answer: { kind: "write", response },
});
const datasetOf = (rows: FrozenExample[]): FrozenDataset => ({
  version,
  rows: (split) => rows.filter((each) => each.split === split),
});
const tenRows = Array.from({ length: 10 }, (_, index) => row(`question ${index}`, "answer"));

const contextFor = (baseUrl: string, rows = tenRows, baseModel = "base") =>
  makeTrainingContext(datasetOf(rows), {
    baseModel,
    connection: { name: "x", baseUrl, apiKey: async () => "sk-test-0123456789abcdef" },
  });

describe("the file that leaves", () => {
  test("holds the messages and nothing else, one example a line", () => {
    const [file] = outgoingFiles(datasetOf([row("a\u2028b\n\ud800", "yes"), row("c", "no")]));
    expect(file).toMatchObject({ name: "train.jsonl", rows: 2 });
    expect(file?.content.toString("utf8")).toBe(
      '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"a\\u2028b\\n\ufffd"},{"role":"assistant","content":"yes"}]}\n' +
        '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"c"},{"role":"assistant","content":"no"}]}\n',
    );
  });
});

describe("the job", () => {
  const run = { ...contextFor("http://127.0.0.1"), hyperparameters: { epochs: 2 } };
  test("Nebius wants hyperparameters at the top", () => {
    const body = jobBody(serviceTraits("https://api.tokenfactory.nebius.com/v1"), run, ["f"]);
    expect(body).toMatchObject({ hyperparameters: { n_epochs: 2 } });
    expect(body).not.toHaveProperty("method");
  });
  test("nothing chosen, nothing sent", () => {
    const body = jobBody(serviceTraits(""), { ...run, hyperparameters: {} }, ["f", "g"]);
    expect(Object.keys(body)).toEqual([
      "model",
      "training_file",
      "suffix",
      "metadata",
      "validation_file",
    ]);
  });
});

describe("refused before anything is sent", () => {
  test("OpenAI takes no jobs after its last day", async () => {
    const nowMs = () => Date.UTC(2027, 0, 7);
    const provider = createOpenAiProvider({ ...IMPATIENT, nowMs });
    await expect(provider.train(contextFor("https://api.openai.com/v1"))).rejects.toMatchObject({
      code: "notEntitled",
    });
  });

  test("a model that is closed, or too few rows: no file leaves", async () => {
    const server = await startOpenAiServer({
      models: [{ id: "old", shutdown_date: "2026-10-23" }, { id: "base" }],
    });
    const provider = createOpenAiProvider({ ...IMPATIENT, nowMs: () => Date.UTC(2026, 10, 1) });
    await expect(provider.train(contextFor(server.baseUrl, tenRows, "old"))).rejects.toMatchObject({
      code: "modelClosing",
      params: { model: "old", date: "2026-10-23" },
    });
    const tooFew = provider.train(contextFor(server.baseUrl, tenRows.slice(1)));
    await expect(tooFew).rejects.toMatchObject({
      code: "tooFewTrainRows",
      params: { rows: 9, minimum: 10 },
    });
    expect(server.files.size).toBe(0);
    await server.close();
  });
});
