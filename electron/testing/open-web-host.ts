import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import { WebSocket } from "ws";
import type { Contract } from "#shared/contract/index.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { startWebHost } from "../hosts/web/server.ts";

export type RpcClient = ContractRouterClient<Contract>;

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A real web host over a fresh backend and a page of one line. */
export async function openWebHost() {
  const opened = openTestBackend();
  const rendererDir = join(mkdtempSync(join(tmpdir(), "tacit-renderer-")), "renderer");
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, "index.html"), "<!doctype html><title>Tacit</title>");
  writeFileSync(join(rendererDir, "..", "secret.txt"), "outside");
  const host = await startWebHost(opened.backend, { rendererDir, port: 0 });
  const { port, searchParams } = new URL(host.url);
  const token = searchParams.get("token") ?? "";
  const cookie = `tacit-${port}=${token}`;

  /** Sends a request exactly as written: no normalising of the path, any Host, any Origin. */
  function ask(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string; at?: string } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { method = "GET", headers = {}, body, at = "127.0.0.1" } = init;
      const outgoing = request({ host: at, port, path, method, headers }, (incoming) => {
        const { statusCode = 0, headers: received } = incoming;
        text(incoming).then(
          (given) => resolve({ status: statusCode, headers: received, body: given }),
          reject,
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }

  /** Resolves with the status that refused the upgrade, or with the open socket. */
  function connect(headers: Record<string, string>, path = "/rpc"): Promise<number | WebSocket> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
      socket.on("open", () => resolve(socket));
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      socket.on("error", reject);
    });
  }

  async function connectClient(): Promise<{ rpc: RpcClient; socket: WebSocket }> {
    const socket = await connect({ cookie, origin: host.origin });
    if (typeof socket === "number") throw new Error(`the host refused with ${socket}`);
    const link = new RPCLink({ websocket: socket });
    return { rpc: createORPCClient(link), socket };
  }

  return {
    ...opened,
    host,
    port,
    token,
    cookie,
    ask,
    connect,
    connectClient,
    async close() {
      await host.close();
      await opened.backend.close();
    },
  };
}
