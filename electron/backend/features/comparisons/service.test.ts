import { expect, test } from "vitest";
import { AppError } from "#shared/errors/app-error.ts";
import type { VoteChoice } from "#shared/features/comparisons/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { Answerer, Completion } from "../../providers/provider.ts";
import {
  type LabelledSeed,
  openLabelledProject,
  seedTraining,
} from "../../testing/seed-labelled.ts";
import { createComparisonService } from "./service.ts";

const PLAN = {
  seed: 42,
  ratios: { train: 80, validation: 10, test: 10 },
  keepGivenSplits: true,
};
const said = (text: string): Completion => ({ text, problem: null, detail: "" });
const expectedOf = ({ answer }: FrozenExample) => (answer.kind === "classify" ? answer.label : "");
type Answer = (example: FrozenExample, signal: AbortSignal) => Completion | Promise<Completion>;

const classifySeeds: LabelledSeed[] = Array.from({ length: 60 }, (_, index) => ({
  input: `text ${index}`,
  answer: index % 3 === 0 ? "a" : "b",
  split: index < 20 ? "train" : "test",
}));
const writeSeeds: LabelledSeed[] = Array.from({ length: 16 }, (_, index) => ({
  input: `question ${index}`,
  answer: `reference ${index}`,
  split: index < 4 ? "train" : "test",
}));

/** A finished training of a frozen version, and a comparison service whose models answer as told. */
async function openTrained(
  taskType: "classify" | "write",
  seeds: readonly LabelledSeed[],
  answers: { base: Answer; tuned: Answer },
  concurrency = 3,
) {
  const opened = await openLabelledProject(taskType, seeds);
  const version = await opened.client.versions.freeze({
    ...PLAN,
    ratios: { train: 90, validation: 0, test: 10 },
  });
  const trainingJobId = seedTraining(opened.backend.session().db, version.versionId);
  const asked: string[] = [];
  const answerer = (side: "base" | "tuned"): Answerer => ({
    modelName: `the ${side} model`,
    async answer(example, signal) {
      asked.push(`${side} ${example.input}`);
      return answers[side](example, signal);
    },
  });
  const makeAnswerers = async () => ({
    base: answerer("base"),
    tuned: answerer("tuned"),
    baseIsUntrainedBaseline: true,
    concurrency,
  });
  /** The service of the project as it is open now. */
  const serve = () => {
    const { db, jobs, versions } = opened.backend.session();
    return createComparisonService(db, { jobs, versions, training: { makeAnswerers } });
  };
  const service = serve();
  const finish = async () => {
    const { jobId, comparisonId } = service.start({ trainingJobId });
    const job = await opened.backend.session().jobs.settled(jobId);
    return { job, comparisonId, comparison: service.get(comparisonId) };
  };
  return { ...opened, service, serve, version, trainingJobId, asked, finish };
}

test("both models answer every test example and are scored", async () => {
  const { backend, service, finish, asked } = await openTrained("classify", classifySeeds, {
    base: () => said("b"),
    tuned: (example) => said(` "${expectedOf(example).toUpperCase()}". `),
  });
  const { job, comparison, comparisonId } = await finish();
  expect(job.state).toBe("done");
  expect(asked).toHaveLength(80);
  expect(comparison).toMatchObject({
    state: "done",
    baseModel: "the base model",
    tunedModel: "the tuned model",
    baseIsUntrainedBaseline: true,
    unscored: 0,
    result: {
      kind: "classify",
      test: 40,
      tuned: { accuracy: { value: 1 } },
      verdict: "tunedBetter",
    },
  });
  const list = (show: "all" | "tunedWrong" | "onlyTunedRight") =>
    service.listItems({ comparisonId, show, offset: 0, limit: 5 });
  expect(list("all").total).toBe(40);
  expect(list("tunedWrong")).toEqual({ total: 0, rows: [] });
  const missed = list("onlyTunedRight");
  expect(missed.rows).toHaveLength(5);
  expect(missed.rows[0]).toMatchObject({ expected: "a", base: "b", baseRight: false, vote: null });
  await backend.close();
});

test("an answer that is no label counts as wrong; a failed one is left out and counted", async () => {
  const { backend, service, finish } = await openTrained("classify", classifySeeds, {
    base: (example) => said(expectedOf(example)),
    tuned: ({ input }) => {
      if (input === "text 20") return { text: null, problem: "failed", detail: "timeout" };
      if (input === "text 21") return { text: "b", problem: "otherModel", detail: "" };
      if (input === "text 22") return { text: null, problem: null, detail: "" };
      return input === "text 23" ? said("I would say b") : said("b");
    },
  });
  const { comparison, comparisonId } = await finish();
  expect(comparison.unscored).toBe(3);
  expect(comparison.result).toMatchObject({ test: 37, base: { accuracy: { value: 1 } } });
  const wrong = service.listItems({
    comparisonId,
    show: "all",
    confusion: { expected: "b", got: "—" },
    offset: 0,
    limit: 10,
  });
  expect(wrong.rows.map((row) => row.tuned)).toEqual(["I would say b"]);
  await backend.close();
});

test("a service that gives up fails the job; starting again asks only for what is missing", async () => {
  let calls = 0;
  const { backend, finish, asked } = await openTrained(
    "classify",
    classifySeeds,
    {
      base: (example) => said(expectedOf(example)),
      tuned: (example) => {
        calls += 1;
        if (calls === 11) throw new AppError("outOfQuota");
        return said(expectedOf(example));
      },
    },
    1,
  );
  const first = await finish();
  expect(first.job).toMatchObject({ state: "failed", error: { code: "outOfQuota" } });
  expect(first.comparison.result).toBeNull();
  expect(asked).toHaveLength(51);
  const second = await finish();
  expect(second.comparisonId).toBe(first.comparisonId);
  expect(second.job.state).toBe("done");
  expect(asked).toHaveLength(51 + 30);
  expect(second.comparison.result).toMatchObject({ test: 40 });
  const third = await finish();
  expect(third.comparisonId).not.toBe(first.comparisonId);
  await backend.close();
});

test("closing in the middle keeps the answers; the reopened project goes on", async () => {
  const reached = Promise.withResolvers<void>();
  let isHanging = true;
  const { backend, client, service, serve, trainingJobId, asked } = await openTrained(
    "classify",
    classifySeeds,
    {
      base: (example) => said(expectedOf(example)),
      async tuned(example, signal) {
        if (isHanging && example.input === "text 25") {
          reached.resolve();
          await new Promise((_, reject) => signal.addEventListener("abort", reject));
        }
        return said(expectedOf(example));
      },
    },
    1,
  );
  const { jobId, comparisonId } = service.start({ trainingJobId });
  await reached.promise;
  const askedBefore = asked.length;
  isHanging = false;
  await client.projects.close();
  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  expect(await client.jobs.get({ jobId })).toMatchObject({ state: "interrupted" });
  const reopened = serve();
  expect(reopened.get(comparisonId)).toMatchObject({ state: "interrupted", result: null });
  expect(reopened.start({ trainingJobId })).toEqual({ jobId, comparisonId });
  await backend.session().jobs.settled(jobId);
  expect(reopened.get(comparisonId).result).toMatchObject({ test: 40 });
  // 80 answers in all; the one that hung was asked for twice.
  expect([askedBefore, asked.length]).toEqual([46, 81]);
  await backend.close();
});

test("refused: a training that failed, and a version without test examples", async () => {
  const { backend, client, service, version } = await openTrained("classify", classifySeeds, {
    base: () => said("a"),
    tuned: () => said("a"),
  });
  const { db } = backend.session();
  const failed = seedTraining(db, version.versionId, "failed");
  expect(() => service.start({ trainingJobId: failed })).toThrow("trainingNotDone");
  const untested = await client.versions.freeze({
    seed: 1,
    ratios: { train: 100, validation: 0, test: 0 },
    keepGivenSplits: false,
  });
  const trained = seedTraining(db, untested.versionId);
  expect(() => service.start({ trainingJobId: trained })).toThrow("noTestExamples");
  await backend.close();
});

const writeAnswers = {
  base: ({ input }: FrozenExample) => said(`base on ${input}`),
  tuned: ({ input }: FrozenExample): Completion =>
    input === "question 5"
      ? { text: "half an ans", problem: "cutShort", detail: "" }
      : said(`tuned on ${input}`),
};

test("duels are blind, left out when cut short, and voted on until none is left", async () => {
  const { backend, service, finish } = await openTrained("write", writeSeeds, writeAnswers);
  const { comparison, comparisonId } = await finish();
  expect(comparison).toMatchObject({ unscored: 1, result: { votes: { left: 11 }, winRate: null } });
  const hidden = service.listItems({ comparisonId, show: "all", offset: 0, limit: 50 });
  expect(hidden.rows.filter((row) => row.tuned.startsWith("tuned on"))).toEqual([]);
  for (let left = 11; left > 0; left -= 1) {
    const duel = service.nextDuel(comparisonId);
    if (!duel) throw new Error("a duel is missing");
    expect(duel.left).toBe(left);
    expect(duel.input).not.toBe("question 5");
    const choice: VoteChoice = left === 11 ? "tie" : duel.a.startsWith("tuned") ? "a" : "b";
    const { revealed } = service.vote({ comparisonId, itemId: duel.itemId, choice });
    expect(duel.a.startsWith(revealed.a)).toBe(true);
  }
  expect(service.nextDuel(comparisonId)).toBeNull();
  expect(service.get(comparisonId).result).toMatchObject({
    votes: { tuned: 10, base: 0, tie: 1, bothBad: 0, left: 0 },
    winRate: { value: 1 },
    verdict: "tunedBetter",
  });
  const voted = service.listItems({ comparisonId, show: "voted", offset: 0, limit: 50 });
  expect(voted.total).toBe(11);
  expect(voted.rows[0]?.base).toMatch(/^base on/);
  await backend.close();
});

test("the empty answers of an untrained baseline are duelled like any other", async () => {
  const { backend, service, finish } = await openTrained("write", writeSeeds, {
    base: () => said(""),
    tuned: () => said("something"),
  });
  const { comparison, comparisonId } = await finish();
  expect(comparison).toMatchObject({ unscored: 0, result: { votes: { left: 12 } } });
  const duel = service.nextDuel(comparisonId);
  expect(new Set([duel?.a, duel?.b])).toEqual(new Set(["", "something"]));
  await backend.close();
});

test("the latest vote can be taken back; a second vote on a duel changes nothing", async () => {
  const { backend, service, finish } = await openTrained("write", writeSeeds, writeAnswers);
  const { comparisonId } = await finish();
  const [first, second] = [service.nextDuel(comparisonId), service.nextDuel(comparisonId)];
  expect(second).toEqual(first);
  const itemId = first?.itemId ?? "";
  service.vote({ comparisonId, itemId, choice: "a" });
  const after = service.vote({ comparisonId, itemId, choice: "bothBad" }).comparison.result;
  expect(after).toMatchObject({ votes: { bothBad: 0, left: 10 } });
  expect(service.undoVote(comparisonId)).toEqual(first);
  expect(service.get(comparisonId).result).toMatchObject({ votes: { left: 11 } });
  expect(service.undoVote(comparisonId)).toBeNull();
  expect(() => service.vote({ comparisonId, itemId: "elsewhere", choice: "a" })).toThrow(
    "notFound",
  );
  await backend.close();
});

test("the result is the same whichever side stood left", async () => {
  const preferTuned = async (sideA: "base" | "tuned") => {
    const { backend, service, finish } = await openTrained("write", writeSeeds, writeAnswers);
    const { comparisonId } = await finish();
    backend.session().db.prepare("update comparison_item set side_a = ?").run(sideA);
    for (let duel = service.nextDuel(comparisonId); duel; duel = service.nextDuel(comparisonId)) {
      const tunedSide: VoteChoice = duel.a.startsWith("tuned") ? "a" : "b";
      const baseSide: VoteChoice = tunedSide === "a" ? "b" : "a";
      const number = Number(duel.input.split(" ")[1]);
      const choice = number % 4 === 0 ? baseSide : number % 4 === 1 ? "tie" : tunedSide;
      service.vote({ comparisonId, itemId: duel.itemId, choice });
    }
    const { result } = service.get(comparisonId);
    await backend.close();
    return result;
  };
  const left = await preferTuned("base");
  expect(await preferTuned("tuned")).toEqual(left);
  expect(left).toMatchObject({ votes: { base: 3, tuned: 6, tie: 2 } });
});

test("sides are drawn for each duel", async () => {
  const many = Array.from({ length: 200 }, (_, index) => ({
    input: `question ${index}`,
    answer: "x",
    split: index === 0 ? ("train" as const) : ("test" as const),
  }));
  const { backend, finish } = await openTrained("write", many, writeAnswers);
  await finish();
  const tunedLeft = backend
    .session()
    .db.prepare("select count(*) from comparison_item where side_a = 'tuned'")
    .pluck()
    .get() as number;
  // Five standard deviations around the middle: fails once in a million runs, and always if one-sided.
  expect(Math.abs(tunedLeft - 99.5)).toBeLessThan(36);
  await backend.close();
});
