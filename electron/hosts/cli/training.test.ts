import { beforeAll, expect, test } from "vitest";
import { labelledCsv, openCommandLine } from "./testing/command-line.ts";

const cli = openCommandLine();

interface Comparison {
  test: number;
  base: { accuracy: number; macroF1: number };
  tuned: { accuracy: number; macroF1: number };
  difference: { accuracy: number; low: number; high: number };
}

beforeAll(async () => {
  cli.write("data.csv", labelledCsv(80));
  await cli.json("create", "cards", "--task", "classify");
  await cli.json("import", "cards", "data.csv");
});

test("training needs a version, comparing needs a training", async () => {
  const train = await cli.run("train", "cards", "--provider", "instant");
  expect(train).toMatchObject({ exitCode: 1, stdout: "" });
  expect(train.stderr).toMatch(/^No dataset version has been frozen yet\./);
  const compare = await cli.run("compare", "cards");
  expect(compare).toMatchObject({ exitCode: 1, stdout: "" });
  expect(compare.stderr).toMatch(/^No training has finished in this project yet\./);
  const unknown = await cli.run("compare", "cards", "--job", "nobody");
  expect(unknown).toMatchObject({ exitCode: 1, stdout: "" });
  expect(unknown.stderr).toMatch(/^There is no training job “nobody” in this project\./);
});

test("the instant model learns, and the comparison is one JSON object of numbers", async () => {
  await cli.json("freeze", "cards", "--ratios", "50/10/40");
  const trained = await cli.json<{ jobId: string }>(
    "train",
    "cards",
    "--provider",
    "instant",
    "--version",
    "1",
    "--wait",
  );
  expect(trained).toMatchObject({ state: "done", providerId: "instant", versionNumber: 1 });
  const compared = await cli.json<Comparison>("compare", "cards", "--job", trained.jobId);
  const { base, tuned, difference } = compared;
  expect(compared.test).toBe(32);
  expect(tuned).toMatchObject({ accuracy: 1, macroF1: 1 });
  expect(base.accuracy).toBeLessThan(0.8);
  expect(base.macroF1).toBeLessThan(0.8);
  expect(difference.accuracy).toBeCloseTo(tuned.accuracy - base.accuracy, 10);
  expect(difference.low).toBeGreaterThan(0);
  expect(difference.low).toBeLessThan(difference.accuracy);
  expect(difference.high).toBeGreaterThanOrEqual(difference.accuracy);
  expect(difference.high).toBeLessThanOrEqual(1);

  const { stdout } = await cli.run("compare", "cards");
  expect(stdout).toMatch(
    /^32 test examples: base \d+\.\d % right, tuned 100\.0 % right; difference/,
  );
  expect(await cli.json("stats", "cards")).toMatchObject({
    jobs: [{ jobId: trained.jobId, state: "done" }],
  });
  expect(cli.files().toSorted()).toEqual(["cards.tacit", "data.csv"]);
});

test("answers in words wait for blind votes", async () => {
  await cli.json("create", "asks", "--task", "write");
  cli.write("asks.csv", `q,a\n${labelledCsv(20).split("\n").slice(1).join("\n")}`);
  await cli.json("import", "asks", "asks.csv", "--map", "q=input", "a=response");
  await cli.json("freeze", "asks");
  const trained = await cli.json<{ jobId: string; state: string }>("train", "asks");
  expect(trained.state).toBe("done");
  const { exitCode, stdout } = await cli.run("compare", "asks");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^2 pairs of answers are ready for blind votes/);
});
