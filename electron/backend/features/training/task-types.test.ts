import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { serviceTraits } from "#shared/features/providers/service-traits.ts";
import { createInstantProvider } from "../../providers/instant/index.ts";
import { createOpenAiProvider } from "../../providers/openai/index.ts";
import { IMPATIENT, startTraining, trainToEnd } from "../../testing/open-service-project.ts";
import { type OpenAiServer, startOpenAiServer } from "../../testing/openai-server/server.ts";
import { type Seed, seedExamples } from "../../testing/seed-examples.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

const PLAN = { seed: 42, ratios: { train: 80, validation: 0, test: 20 }, keepGivenSplits: true };

/** A frozen version of 20 rows to train on and 8 to test with; `makesPairs` says what the service trains. */
async function openFrozen(
  taskType: TaskType,
  labels: readonly string[],
  makeSeed: (index: number, labelIds: string[]) => Seed,
  makesPairs = true,
) {
  const traitsOf = (baseUrl: string) => ({
    ...serviceTraits(baseUrl),
    trainsPreferences: makesPairs,
  });
  const opened = openTestBackend(undefined, {
    providers: [createInstantProvider(), createOpenAiProvider(IMPATIENT, traitsOf)],
    logError: () => "test",
  });
  const { client, backend } = opened;
  await client.projects.create({ name: "Tasks", taskType });
  for (const name of labels) await client.definitions.addLabel({ name });
  const labelIds = (await client.definitions.get()).labels.map(({ labelId }) => labelId);
  seedExamples(
    backend.session().db,
    Array.from({ length: 28 }, (_, index) => ({
      ...makeSeed(index, labelIds),
      split: index < 20 ? "train" : "test",
    })),
  );
  const { versionId } = await client.versions.freeze(PLAN);
  const instant = { versionId, providerId: "instant" as const, baseModel: "instant" };
  const compare = async (trainingJobId: string) => {
    const { jobId, comparisonId } = await client.comparisons.start({ trainingJobId });
    await backend.session().jobs.settled(jobId);
    const { rows } = await client.comparisons.listItems({ comparisonId });
    return { comparison: await client.comparisons.get({ comparisonId }), items: rows };
  };
  return { ...opened, versionId, instant, compare };
}

const TOPICS = [
  ["please give the money back", [0]],
  ["when does the courier come", [1]],
  ["money back, the courier never came", [0, 1]],
  ["hello and good day", []],
] as const;
const tagSeed = (index: number, labelIds: string[]): Seed => {
  const [text, labels] = TOPICS[index % TOPICS.length]!;
  return {
    input: `${text} ${index}`,
    answer: { kind: "tag", labelIds: labels.map((label) => labelIds[label] ?? "") },
  };
};

const chatSeed = (index: number): Seed => {
  const topic = TOPICS[index % TOPICS.length]![0];
  const asked = [
    { role: "system" as const, content: "Be kind." },
    { role: "user" as const, content: `${topic} ${index}` },
  ];
  const reply = { role: "assistant" as const, content: `About: ${topic}`, weight: 1 as const };
  return {
    input: `${topic} ${index}`,
    payload: { kind: "chat", turns: asked },
    answer: { kind: "chat", turns: [...asked, reply] },
  };
};

const rankSeed = (index: number): Seed => ({
  input: `question ${index}`,
  payload: { kind: "rank", responses: [`left ${index}`, `right ${index}`] },
  answer:
    index === 0
      ? { kind: "rank", outcome: "tie", preferred: null, reasons: [] }
      : { kind: "rank", outcome: "preferred", preferred: index % 2, reasons: [] },
});

describe("the instant model", () => {
  test("learns several labels at once, and none, and is scored by all of them", async () => {
    const project = await openFrozen("tag", ["refund", "delivery"], tagSeed);
    const run = await trainToEnd({ ...project, target: project.instant });
    expect(run).toMatchObject({ state: "done", error: null });
    expect(run.tunedModel).toMatch(/^instant-tags-/);
    const { comparison, items } = await project.compare(run.jobId);
    expect(comparison).toMatchObject({ unscored: 0 });
    expect(comparison.result).toMatchObject({
      kind: "tag",
      test: 8,
      tuned: { accuracy: { value: 1 }, microF1: { value: 1 } },
      base: { accuracy: { value: 0.25 } },
    });
    expect(items.map(({ expected }) => expected).slice(0, 4)).toEqual([
      "refund",
      "delivery",
      "refund, delivery",
      "none",
    ]);
    await project.backend.close();
  });

  test("answers a chat with the last reply of the nearest one, judged blind", async () => {
    const project = await openFrozen("chat", [], chatSeed);
    const run = await trainToEnd({ ...project, target: project.instant });
    const { comparison } = await project.compare(run.jobId);
    expect(comparison.result).toMatchObject({ kind: "write", test: 8, votes: { left: 8 } });
    const duel = await project.client.comparisons.nextDuel(comparison);
    const topic = TOPICS.find(([text]) => duel?.input.includes(text))?.[0] ?? "";
    expect([duel?.a, duel?.b]).toContain(`About: ${topic}`);
    await project.backend.close();
  });

  test.each([
    ["rank", rankSeed],
    [
      "extract",
      (index: number): Seed => ({
        input: `text ${index}`,
        answer: { kind: "extract", spans: [] },
      }),
    ],
  ] as const)("does not train %s, and says so before anything is done", async (task, makeSeed) => {
    const project = await openFrozen(task, [], makeSeed);
    await expect(startTraining({ ...project, target: project.instant })).rejects.toMatchObject({
      data: { code: "taskTypeNotSupported" },
    });
    expect(await project.client.training.list()).toEqual([]);
    await project.backend.close();
  });
});

describe("a service", () => {
  let server: OpenAiServer;
  beforeEach(async () => {
    server = await startOpenAiServer();
  });
  afterEach(() => server.close());

  async function openConnected(...args: Parameters<typeof openFrozen>) {
    const project = await openFrozen(...args);
    const connection = await project.client.providers.saveConnection({
      name: "Test service",
      baseUrl: server.baseUrl,
      apiKey: server.apiKey,
    });
    const target = {
      versionId: project.versionId,
      providerId: "openai" as const,
      connectionId: connection.connectionId,
      baseModel: "base-small-2026-01-01",
    };
    return { ...project, target };
  }
  const linesOf = (file: { content: Buffer } | undefined) =>
    (file?.content.toString("utf8") ?? "")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test("is sent chats with their own system turn and weights, and asked without the reply", async () => {
    const project = await openConnected("chat", [], chatSeed);
    const run = await trainToEnd(project);
    expect(run).toMatchObject({ state: "done", error: null });
    const [line] = linesOf([...server.files.values()][0]);
    expect(line).toEqual({
      messages: [
        { role: "system", content: "Be kind." },
        { role: "user", content: `${TOPICS[0][0]} 0` },
        { role: "assistant", content: `About: ${TOPICS[0][0]}`, weight: 1 },
      ],
    });
    await project.compare(run.jobId);
    const [asked] = server.requestsTo(/^POST \/chat\/completions$/);
    expect((asked?.body as { messages: unknown[] } | undefined)?.messages).toHaveLength(2);
    await project.backend.close();
  });

  test("is sent labels as text, and the word for none where none applies", async () => {
    const project = await openConnected("tag", ["refund", "delivery"], tagSeed);
    await trainToEnd(project);
    const replies = linesOf([...server.files.values()][0]).map(
      ({ messages }) => (messages as { content: string }[]).at(-1)?.content,
    );
    expect(replies.slice(0, 4)).toEqual(["refund", "delivery", "refund, delivery", "none"]);
    await project.backend.close();
  });

  test("that trains on pairs is sent pairs, ties left out, and told the method", async () => {
    const project = await openConnected("rank", [], rankSeed);
    await trainToEnd(project, { hyperparameters: { epochs: 2 } });
    const lines = linesOf([...server.files.values()][0]);
    expect(lines).toHaveLength(19);
    expect(lines[0]).toEqual({
      input: { messages: [{ role: "user", content: "question 1" }] },
      preferred_output: [{ role: "assistant", content: "right 1" }],
      non_preferred_output: [{ role: "assistant", content: "left 1" }],
    });
    expect(server.requestsTo(/^POST \/fine_tuning\/jobs$/)[0]?.body).toMatchObject({
      method: { type: "dpo", dpo: { hyperparameters: { n_epochs: 2 } } },
    });
    await project.backend.close();
  });

  test("that is not known to train on pairs is sent nothing at all", async () => {
    const project = await openConnected("rank", [], rankSeed, false);
    await expect(startTraining(project)).rejects.toMatchObject({
      data: { code: "preferencesNotTrained" },
    });
    expect(server.files.size).toBe(0);
    expect(server.requestsTo(/^POST/)).toEqual([]);
    await project.backend.close();
  });
});
