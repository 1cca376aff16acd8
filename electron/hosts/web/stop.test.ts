import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import { WebSocket } from "ws";
import { expect, test } from "vitest";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import type { RpcClient } from "../../testing/open-web-host.ts";

const MAIN = resolve(import.meta.dirname, "main.ts");
const ROWS = 30_000;

async function startHost(folder: string) {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      TACIT_APP_DIR: join(folder, "app"),
      TACIT_PROJECTS_DIR: join(folder, "projects"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { origin, port, searchParams } = new URL(line);
  const headers = { cookie: `tacit-${port}=${searchParams.get("token")}`, origin };
  const websocket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers });
  await once(websocket, "open");
  const rpc: RpcClient = createORPCClient(new RPCLink({ websocket }));
  const upload = async (name: string, body: string) => {
    const response = await fetch(`${origin}/upload?name=${name}`, {
      method: "POST",
      headers,
      body,
    });
    return (await response.json()) as { fileId: string };
  };
  return { child, ended, rpc, upload };
}

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "told to end by %s in the middle of an import, the host keeps every answer, takes the import back and leaves one file",
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), "tacit-stop-"));
    const { child, ended, rpc, upload } = await startHost(folder);
    await rpc.projects.create({ name: "Ending", taskType: "classify" });
    const first = await rpc.imports.start(await upload("first.csv", "text,label\none,A\ntwo,\n"));
    for await (const _ of await rpc.jobs.watch({ jobId: first.jobId }));
    const { items } = await rpc.annotations.queue({ queue: "unlabelled", limit: 1 });
    const [label] = (await rpc.definitions.get()).labels;
    const value = { kind: "classify" as const, labelId: label?.labelId ?? "" };
    await rpc.annotations.answer({ exampleId: items[0]?.exampleId ?? "", value });

    const rows = Array.from({ length: ROWS }, (_, n) => `row ${n} of many,label ${n % 9}`);
    const second = await rpc.imports.start(
      await upload("second.csv", `text,label\n${rows.join("\n")}\n`),
    );
    for await (const { progress } of await rpc.jobs.watch({ jobId: second.jobId }))
      if (progress.phase === "writing") break;
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(join(folder, "projects"))).toEqual(["Ending.tacit"]);

    const { client, backend } = openTestBackend(folder);
    const [recent] = await client.projects.listRecent();
    await client.projects.open({ recentId: recent?.recentId ?? "" });
    expect((await client.examples.list({ filter: { status: "labelled" } })).total).toBe(2);
    expect((await client.examples.list({})).total).toBe(2);
    expect((await client.definitions.get()).labels).toHaveLength(1);
    expect(await client.projects.verify()).toMatchObject({ ok: true });
    await backend.close();
  },
);
