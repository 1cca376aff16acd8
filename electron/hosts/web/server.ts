import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { RPCHandler } from "@orpc/server/ws";
import { WebSocketServer } from "ws";
import type { Backend } from "#backend/compose.ts";
import { toRpcError } from "#backend/rpc/boundary.ts";
import { createRpcOptions } from "#backend/rpc/options.ts";
import { router } from "#backend/rpc/router.ts";
import { contentSecurityPolicy } from "../content-security-policy.ts";
import {
  beginFolder,
  receiveIntoFolder,
  receiveUpload,
  sendDownload,
  serveRenderer,
} from "./files.ts";
import { type Guard, holdsToken, isForThisHost, isFromThisOrigin, isToken } from "./guard.ts";

export interface WebHost {
  /** Opens the application; carries the session token once, then a cookie holds it. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

/** Serves the application to this machine alone. `port: 0` takes any free one. */
export async function startWebHost(
  backend: Backend,
  options: { rendererDir: string; port: number; token?: string },
): Promise<WebHost> {
  const server = createServer();
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const guard: Guard = {
    origin: `http://127.0.0.1:${port}`,
    cookieName: `tacit-${port}`,
    token: options.token ?? randomBytes(32).toString("base64url"),
  };
  server.on("request", (request, response) => {
    answer(backend, options.rendererDir, guard, request, response).catch((error: unknown) => {
      const { data } = toRpcError(error, backend.logError) as { data: unknown };
      if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
      // Whoever hands a file in is told why as a call would be; what is under way gets no other bytes.
      response.end(request.method === "POST" ? JSON.stringify(data) : undefined);
    });
  });
  const sockets = serveSockets(server, backend, guard);
  return {
    url: `${guard.origin}/?token=${guard.token}`,
    origin: guard.origin,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function secure(response: ServerResponse, guard: Guard) {
  const socketOrigin = guard.origin.replace("http:", "ws:");
  response.setHeader("content-security-policy", contentSecurityPolicy(`'self' ${socketOrigin}`));
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
}

async function answer(
  backend: Backend,
  rendererDir: string,
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
) {
  secure(response, guard);
  if (!isForThisHost(request, guard) || !isFromThisOrigin(request, guard)) {
    response.writeHead(403).end();
    return;
  }
  const url = new URL(request.url ?? "/", guard.origin);
  if (url.pathname === "/" && isToken(url.searchParams.get("token"), guard)) {
    const cookie = `${guard.cookieName}=${guard.token}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(303, { location: "/", "set-cookie": cookie }).end();
    return;
  }
  if (!holdsToken(request, guard)) {
    response.writeHead(401, { "content-type": "text/plain; charset=utf-8" });
    response.end("Open Tacit with the address that it printed when it started.\n");
    return;
  }
  const path = decodeURIComponent(url.pathname);
  const isPost = request.method === "POST";
  const given = (name: string) => url.searchParams.get(name) ?? "";
  if (isPost && path === "/upload") await receiveUpload(backend, given("name"), request, response);
  else if (isPost && path === "/upload-folder") beginFolder(backend, given("name"), response);
  else if (isPost && path === "/upload-into")
    await receiveIntoFolder(backend, given("folder"), given("path"), request, response);
  else if (path.startsWith("/download/"))
    await sendDownload(backend, path.slice("/download/".length), response);
  else await serveRenderer(rendererDir, path, response);
}

/** Room for the longest texts the contract lets through, and no more. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

function serveSockets(server: Server, backend: Backend, guard: Guard): WebSocketServer {
  const handler = new RPCHandler(router, createRpcOptions(backend.logError));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on("upgrade", (request, socket, head) => {
    // Node leaves the socket to us from here on; without a listener, a broken connection would end the host.
    socket.on("error", () => socket.destroy());
    const allowed =
      request.url === "/rpc" &&
      isForThisHost(request, guard) &&
      request.headers.origin === guard.origin &&
      holdsToken(request, guard);
    if (!allowed) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Without a listener, a message that is too large would end the whole host.
      webSocket.on("error", backend.logError);
      void handler.upgrade(webSocket, { context: { backend } });
    });
  });
  return sockets;
}
