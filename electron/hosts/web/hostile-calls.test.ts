import { ORPCError } from "@orpc/client";
import { isContractProcedure } from "@orpc/contract";
import { expect, onTestFinished, test } from "vitest";
import type { z } from "zod";
import { contract } from "#shared/contract/index.ts";
import { AppErrorData } from "#shared/errors/app-error.ts";
import { openWebHost } from "../../testing/open-web-host.ts";

interface Procedure {
  path: string;
  /** Null for procedures that take nothing. */
  input: z.ZodType | null;
}

const procedures: Procedure[] = Object.entries(contract).flatMap(([feature, members]) =>
  Object.entries(members).map(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is not a procedure`);
    const input = (procedure["~orpc"].inputSchema ?? null) as z.ZodType | null;
    return { path: `${feature}.${name}`, input };
  }),
);

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}

const ID_FIELDS = ["exampleId", "jobId", "fileId", "labelId", "versionId", "comparisonId"];
const JUNK: unknown[] = [
  undefined,
  null,
  0,
  -1,
  Number.NaN,
  "",
  "text",
  "x".repeat(100_000),
  true,
  [],
  [[[]]],
  {},
  { name: null },
  { name: { toString: "x" } },
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'),
  ...["", 5, "'; drop table example; --", "../../etc/passwd", "x".repeat(70)].map((id) =>
    Object.fromEntries(ID_FIELDS.map((field) => [field, id])),
  ),
  nested(200),
];

type AnyCall = (input: unknown) => Promise<unknown>;
const callOf = (rpc: object, path: string): AnyCall => {
  const [feature = "", name = ""] = path.split(".");
  const router = rpc as Record<string, Record<string, AnyCall>>;
  return (input) => router[feature]?.[name]?.(input) ?? Promise.reject(new Error("no such call"));
};

/** Calls and, where the answer is a stream, reads its first value: failures may come only then. */
async function outcome(call: AnyCall, input: unknown): Promise<unknown> {
  try {
    const answer = await call(input);
    if (answer !== null && typeof answer === "object" && Symbol.asyncIterator in answer)
      await (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]().next();
    return null;
  } catch (error) {
    return error;
  }
}

/** The catalogue's code, or null for anything but a failure as the contract defines it. */
function appCode(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== "APP") return null;
  return AppErrorData.parse(error.data).code;
}

test.each([
  { when: "no project is open", withProject: false },
  { when: "a project is open", withProject: true },
])("junk for any procedure is answered with a code while $when", async ({ withProject }) => {
  const web = await openWebHost();
  onTestFinished(() => web.close());
  const { rpc } = await web.connectClient();
  if (withProject) await rpc.projects.create({ name: "Target", taskType: "classify" });
  expect(procedures.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const { path, input } of procedures) {
    if (input === null) continue;
    for (const [index, junk] of JUNK.entries()) {
      const error = await outcome(callOf(rpc, path), junk);
      const fits = input.safeParse(junk).success;
      if (error === null && fits) continue;
      const code = appCode(error);
      if (code === null || (!fits && code !== "invalidInput"))
        wrong.push(`${path}, junk ${index}: ${String(error)}`);
    }
  }
  expect(wrong).toEqual([]);
  const current = await rpc.projects.current();
  expect(current?.name ?? null).toBe(withProject ? "Target" : null);
});

test("bytes that are no call at all leave the host answering", async () => {
  const web = await openWebHost();
  onTestFinished(() => web.close());
  for (const frame of [
    "",
    "not json",
    "{}",
    "[1,2,3]",
    '{"i":1,"p":{"u":"/projects/current"}}',
    '{"i":"1","t":99,"p":null}',
    Buffer.from([0xff, 0xfe, 0x00]),
    "x".repeat(17 * 1024 * 1024),
  ]) {
    const { socket } = await web.connectClient();
    socket.on("error", () => {});
    socket.send(frame);
    const { rpc } = await web.connectClient();
    expect(await rpc.projects.current()).toBeNull();
  }
});
