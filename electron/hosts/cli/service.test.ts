import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenAiServer, startOpenAiServer } from "#backend/testing/openai-server/server.ts";
import { ended, labelledCsv, openCommandLine } from "./testing/command-line.ts";

const cli = openCommandLine();
const MODEL = "base-small-2026-01-01";
let server: OpenAiServer;

beforeAll(async () => {
  cli.write("data.csv", labelledCsv(40));
  await cli.json("create", "cards", "--task", "classify");
  await cli.json("import", "cards", "data.csv");
  await cli.json("freeze", "cards");
});
beforeEach(async () => {
  server = await startOpenAiServer();
});
afterEach(async () => {
  await server.close();
});

const at = (baseUrl: string) => ["--provider", "openai", "--base-url", baseUrl, "--model", MODEL];
const train = (key: string, ...more: string[]) =>
  cli.runWith({ TACIT_API_KEY: key }, ["train", "cards", ...at(server.baseUrl), ...more]);
const compare = (key: string, job: string) =>
  cli.runWith({ TACIT_API_KEY: key }, ["compare", "cards", "--job", job, "--json"]);

/** Takes the newest job at the service to its end at once, instead of one stage for each look. */
function fastForward() {
  const life = server.jobs.at(-1);
  while (life && life.job.status !== "succeeded") life.look();
}

/** Resolves as soon as the service has made a job. */
async function jobMade() {
  await server.nextRequest(/^POST \/fine_tuning\/jobs$/);
  while (server.jobs.length === 0) await setImmediate();
}

/** Starts a training without waiting for its end and returns its job. */
async function submit() {
  const { exitCode, stdout } = await train(server.apiKey, "--json");
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as { jobId: string; state: string; remoteJobId: string };
}

function everythingOnDisk(folder = cli.folder): Buffer[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everythingOnDisk(path) : [readFileSync(path)];
  });
}

describe("the key", () => {
  test("is missing: nothing is sent, and the variable is named", async () => {
    const { exitCode, stdout, stderr } = await train("");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/Nothing was sent\. Set TACIT_API_KEY to the service’s key/);
    expect(server.requests).toEqual([]);
  });

  test("is wrong: told plainly, nothing but the key was sent, and it is not repeated", async () => {
    const { exitCode, stdout, stderr } = await train("sk-wrong-wrong-wrong", "--wait");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^The service did not accept the key\. Nothing was sent but the key\./);
    expect(stderr).not.toContain("sk-wrong");
    expect(server.requestsTo(/^POST/)).toEqual([]);
  });

  test("goes to the service of this command alone, whatever is still open elsewhere", async () => {
    const { jobId } = await submit();
    const other = await startOpenAiServer({ apiKey: "sk-other-service-key" });
    const { exitCode } = await cli.runWith({ TACIT_API_KEY: other.apiKey }, [
      "train",
      "cards",
      ...at(`${other.baseUrl}/`),
    ]);
    expect(exitCode).toBe(0);
    const asked = server.requests.length + other.requests.length;
    await cli.runWith({ TACIT_API_KEY: other.apiKey }, ["stats", "cards"]);
    expect(server.requests.length + other.requests.length).toBe(asked);
    expect(other.jobs).toHaveLength(1);
    await other.close();
    const seen = server.requests.map(({ authorization }) => authorization).join();
    expect(seen).toContain(server.apiKey);
    expect(seen).not.toContain(other.apiKey);
    // The job there is none the worse for it.
    fastForward();
    expect(await compare(server.apiKey, jobId)).toMatchObject({ exitCode: 0 });
  });
});

test("--wait follows a training to its end; the comparison asks both models", async () => {
  const made = jobMade().then(fastForward);
  const { exitCode, stdout, stderr } = await train(server.apiKey, "--wait", "--json");
  await made;
  expect([exitCode, stderr]).toEqual([0, ""]);
  const trained = JSON.parse(stdout) as { jobId: string; tunedModel: string };
  expect(trained).toMatchObject({ state: "done", remoteStatus: "succeeded", baseModel: MODEL });
  const compared = await compare(server.apiKey, trained.jobId);
  expect(compared.exitCode).toBe(0);
  expect(JSON.parse(compared.stdout)).toMatchObject({
    test: 4,
    baseModel: MODEL,
    tunedModel: trained.tunedModel,
    tuned: { accuracy: 1, macroF1: 1 },
  });
  expect(server.jobs).toHaveLength(1);
  const key = Buffer.from(server.apiKey);
  expect(everythingOnDisk().filter((content) => content.includes(key))).toEqual([]);
});

test("without --wait the command ends once the job is accepted, and compare goes on from there", async () => {
  const { jobId, state, remoteJobId } = await submit();
  expect(state).not.toBe("done");
  expect(server.jobs.map(({ job }) => job.id)).toEqual([remoteJobId]);
  expect(cli.files().toSorted()).toEqual(["cards.tacit", "data.csv"]);

  // Somebody has to act: no command waits for ever.
  const keyless = await compare("", jobId);
  expect(keyless.exitCode).toBe(1);
  expect(JSON.parse(keyless.stdout)).toMatchObject({ error: { code: "keyMissing" } });
  const wrong = await compare("sk-wrong-wrong-wrong", jobId);
  expect(wrong.exitCode).toBe(1);
  expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: "keyRejected" } });

  fastForward();
  const { exitCode, stdout } = await compare(server.apiKey, jobId);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ test: 4, tuned: { accuracy: 1 } });
  expect(server.jobs).toHaveLength(1);
});

test("Ctrl-C while waiting leaves the training at the service, to be taken up again", async () => {
  const made = jobMade();
  const args = ["train", "cards", ...at(server.baseUrl), "--wait"];
  const child = cli.start(args, { TACIT_API_KEY: server.apiKey });
  const end = ended(child);
  await made;
  child.kill("SIGINT");
  const { exitCode, stderr } = await end;
  expect(exitCode).toBe(130);
  const job = /^Stopped waiting\. .* do not start it again\. .* --job ([\w-]+)/.exec(stderr)?.[1];
  expect(cli.files().toSorted()).toEqual(["cards.tacit", "data.csv"]);
  fastForward();
  expect(await compare(server.apiKey, job ?? "")).toMatchObject({ exitCode: 0 });
  expect(server.jobs).toHaveLength(1);
});

test("a service's refusal is told in its words, without a stack", async () => {
  const { exitCode, stderr } = await cli.runWith({ TACIT_API_KEY: server.apiKey }, [
    "train",
    "cards",
    "--provider",
    "openai",
    "--base-url",
    server.baseUrl,
    "--model",
    "nobody",
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^The service does not know the model “nobody”\./);
  expect(stderr).not.toMatch(/\n {4}at /);
});

test("plain http to another computer is refused before the key leaves", async () => {
  const { exitCode, stderr } = await cli.runWith({ TACIT_API_KEY: server.apiKey }, [
    "train",
    "cards",
    ...at("http://192.0.2.1/v1"),
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^This address is not safe/);
});
