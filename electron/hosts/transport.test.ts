import { MessageChannel } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { RPCHandler } from "@orpc/server/message-port";
import { describe, expect, onTestFinished, test } from "vitest";
import { AppError } from "#shared/errors/app-error.ts";
import type { Job } from "#shared/features/jobs/contract.ts";
import type { Backend } from "#backend/compose.ts";
import type { JobContext } from "#backend/jobs/runner.ts";
import { createRpcOptions } from "#backend/rpc/options.ts";
import { router } from "#backend/rpc/router.ts";
import { seedExamples } from "#backend/testing/seed-examples.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { openWebHost, type RpcClient } from "../testing/open-web-host.ts";

interface Connected {
  backend: Backend;
  rpc: RpcClient;
}

async function overWebSocket(): Promise<Connected> {
  const host = await openWebHost();
  onTestFinished(() => host.close());
  return { backend: host.backend, rpc: (await host.connectClient()).rpc };
}

async function overMessagePort(): Promise<Connected> {
  const { backend } = openTestBackend();
  const { port1, port2 } = new MessageChannel();
  onTestFinished(async () => {
    port1.close();
    await backend.close();
  });
  new RPCHandler(router, createRpcOptions(backend.logError)).upgrade(port1, {
    context: { backend },
  });
  port1.start();
  const link = new RPCLink({ port: port2 });
  port2.start();
  return { backend, rpc: createORPCClient(link) };
}

/** A job that goes on only when the test says so. */
function startSteppedJob(backend: Backend) {
  const turns: (() => void)[] = [];
  const step = () => new Promise<void>((resolve) => turns.push(resolve));
  const jobId = backend.session().jobs.start({
    kind: "import",
    async run(job: JobContext) {
      const stopped = new Promise<void>((resolve) =>
        job.signal.addEventListener("abort", () => resolve()),
      );
      await Promise.race([step(), stopped]);
      job.report({ phase: "reading", done: 1, total: 2 });
      await Promise.race([step(), stopped]);
      job.report({ phase: "writing", done: 2, total: 2 });
    },
  });
  /** Lets the job pass its next waiting point. */
  const proceed = async () => {
    await expect.poll(() => turns.length).toBeGreaterThan(0);
    turns.shift()?.();
  };
  return { jobId, proceed };
}

describe.each([
  { transport: "WebSocket", connect: overWebSocket },
  { transport: "MessagePort", connect: overMessagePort },
])("over $transport", ({ connect }) => {
  test("a call is answered", async () => {
    const { rpc } = await connect();
    expect(await rpc.projects.current()).toBeNull();
    const made = await rpc.projects.create({ name: "Letters", taskType: "classify" });
    expect(made).toMatchObject({ name: "Letters", readOnly: false });
    expect(await rpc.projects.close()).toBeUndefined();
  });

  test("a failure arrives as a defined error with code and parameters", async () => {
    const { rpc } = await connect();
    await expect(rpc.projects.open({ recentId: "nobody" })).rejects.toMatchObject({
      code: "APP",
      defined: true,
      data: { code: "notFound", params: { thing: "project" }, incidentId: "" },
    });
  });

  test("a failure carries no path, stack or text of the file", async () => {
    const { rpc, backend } = await connect();
    const grant = backend.grants.add("/nowhere/secret-folder/plan.tacit", "read");
    const error: unknown = await rpc.projects
      .open({ fileId: grant.fileId })
      .catch((cause) => cause);
    expect(error).toMatchObject({ data: { code: "fileMissing", params: { name: "plan.tacit" } } });
    expect(JSON.stringify(error)).not.toContain("secret-folder");
  });

  test("input that does not fit is refused before it reaches a service", async () => {
    const { rpc } = await connect();
    await rpc.projects.create({ name: "Letters", taskType: "classify" });
    const tooLong = rpc.projects.rename({ name: "x".repeat(121) });
    await expect(tooLong).rejects.toMatchObject({ data: { code: "invalidInput" } });
    expect((await rpc.projects.current())?.name).toBe("Letters");
  });

  test("a job is streamed to its end", async () => {
    const { rpc, backend } = await connect();
    await rpc.projects.create({ name: "Letters", taskType: "classify" });
    const { jobId, proceed } = startSteppedJob(backend);
    const seen: Job[] = [];
    const follow = async () => {
      for await (const job of await rpc.jobs.watch({ jobId })) seen.push(job);
    };
    const followed = follow();
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    await proceed();
    await expect.poll(() => seen.at(-1)?.progress.phase).toBe("reading");
    await proceed();
    await followed;
    expect(seen.at(-1)).toMatchObject({ state: "done", progress: { phase: "writing", done: 2 } });
  });

  test("a stream that fails at its start says why", async () => {
    const { rpc } = await connect();
    await rpc.projects.create({ name: "Letters", taskType: "classify" });
    const watch = async () => (await rpc.jobs.watch({ jobId: "nobody" })).next();
    await expect(watch()).rejects.toMatchObject({ data: { code: "notFound" } });
  });

  test("aborting a stream ends it on both sides, and the job goes on", async () => {
    const { rpc, backend } = await connect();
    await rpc.projects.create({ name: "Letters", taskType: "classify" });
    const { jobs } = backend.session();
    const { jobId, proceed } = startSteppedJob(backend);
    let endedAtServer = false;
    const watch = jobs.watch.bind(jobs);
    jobs.watch = async function* (...given) {
      try {
        yield* watch(...given);
      } finally {
        endedAtServer = true;
      }
    };
    const abort = new AbortController();
    const stream = await rpc.jobs.watch({ jobId }, { signal: abort.signal });
    expect((await stream.next()).value).toMatchObject({ jobId });
    const readOn = async () => {
      while (!(await stream.next()).done);
    };
    const reading = readOn();
    abort.abort();
    await expect(reading).rejects.toBeInstanceOf(Error);
    await expect.poll(() => endedAtServer).toBe(true);
    expect(jobs.get(jobId).state).toBe("running");
    await proceed();
    await proceed();
    expect((await jobs.settled(jobId)).state).toBe("done");
  });

  test("many calls at once each get their own answer", async () => {
    const { rpc } = await connect();
    await rpc.projects.create({ name: "Letters", taskType: "classify" });
    const codes = await Promise.all(
      Array.from({ length: 200 }, async (_, index) =>
        index % 2 === 0
          ? (await rpc.projects.current())?.name
          : rpc.jobs.get({ jobId: `job-${index}` }).catch((error: { data: unknown }) => error.data),
      ),
    );
    for (const [index, code] of codes.entries())
      expect(code).toEqual(
        index % 2 === 0
          ? "Letters"
          : { code: "notFound", params: { thing: "job" }, incidentId: "" },
      );
  });

  test("a million characters pass in both directions", async () => {
    const { rpc, backend } = await connect();
    await rpc.projects.create({ name: "Letters", taskType: "write" });
    const [exampleId = ""] = seedExamples(backend.session().db, [{ input: "Write a novel." }]);
    const response = "0123456789".repeat(100_000);
    const value = { kind: "write", response } as const;
    const { example } = await rpc.annotations.answer({ exampleId, value });
    expect(example.answer).toEqual(value);
    await expect(
      rpc.annotations.answer({ exampleId, value: { ...value, response: `${response}x` } }),
    ).rejects.toMatchObject({ data: { code: "invalidInput" } });
  });

  test.each([
    "Grüße, 你好, שלום",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "e\u0301 \u202Eabc\u202C",
    'quotes " \\ \n\t </script>',
    "a\u2028b",
  ])("the text %j arrives as it was sent", async (name) => {
    const { rpc } = await connect();
    const made = await rpc.projects.create({ name: "Letters", taskType: "write" });
    expect(made.name).toBe("Letters");
    const saved = await rpc.projects.describe({ description: name, licence: "", attribution: "" });
    expect(saved.description).toBe(name);
  });
});

test("a job that fails with a code leaves the code in the stream, not the cause", async () => {
  const { rpc, backend } = await overMessagePort();
  await rpc.projects.create({ name: "Letters", taskType: "classify" });
  const jobId = backend.session().jobs.start({
    kind: "training",
    run: () => Promise.reject(new AppError("rateLimited")),
  });
  await backend.session().jobs.settled(jobId);
  expect(await rpc.jobs.get({ jobId })).toMatchObject({
    state: "failed",
    error: { code: "rateLimited", params: {} },
  });
});
