import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Behaviour, type Fault, ORDINARY, type RecordedRequest } from "./behaviour.ts";
import { Protocol, type Reply, type ServiceModel } from "./protocol.ts";
import { errorReply } from "./replies.ts";

export interface OpenAiServerOptions {
  port?: number;
  /** The one key that is accepted. */
  apiKey?: string;
  models?: ServiceModel[];
  behaviour?: Partial<Behaviour>;
}

export const TEST_KEY = "sk-test-0123456789abcdef";

/** A fine-tuning service over real HTTP that enforces the protocol's rules and fails on command. */
export async function startOpenAiServer(options: OpenAiServerOptions = {}) {
  const behaviour: Behaviour = { ...ORDINARY, ...options.behaviour };
  const apiKey = options.apiKey ?? TEST_KEY;
  const protocol = new Protocol(
    options.models ?? [{ id: "base-small-2026-01-01" }, { id: "base-large-2026-01-01" }],
    behaviour,
  );
  const requests: RecordedRequest[] = [];
  const faults: { route: RegExp; fault: Fault; times: number }[] = [];

  const awaited: { route: RegExp; arrive: (request: RecordedRequest) => void }[] = [];

  function takeFault(route: string): Fault | undefined {
    const rule = faults.find((each) => each.times > 0 && each.route.test(route));
    if (rule) rule.times--;
    return rule?.fault;
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://server");
    const path = url.pathname.replace(/^\/v1/, "");
    const route = `${request.method} ${path}`;
    const body = await buffer(request);
    const isJson = (request.headers["content-type"] ?? "").includes("json") && body.length > 0;
    const recorded: RecordedRequest = {
      method: request.method ?? "",
      path,
      query: Object.fromEntries(url.searchParams),
      authorization: request.headers.authorization ?? "",
      body: isJson ? (JSON.parse(body.toString("utf8")) as unknown) : null,
      atMs: performance.now(),
    };
    requests.push(recorded);
    for (const waiting of awaited.splice(0)) {
      if (waiting.route.test(route)) waiting.arrive(recorded);
      else awaited.push(waiting);
    }
    const fault = takeFault(route);
    if (fault && fault.kind !== "dropAfter") return fail(fault, request, response);
    if (recorded.authorization !== `Bearer ${apiKey}`) {
      const message = `Incorrect API key provided: ${recorded.authorization.replace("Bearer ", "")}`;
      return send(response, errorReply(401, message, "invalid_api_key"));
    }
    const contentType = request.headers["content-type"] ?? "";
    const reply = await protocol.answer(recorded, { body, contentType });
    if (fault) request.socket.destroy();
    else send(response, reply);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      send(response, errorReply(500, String(error), "server_error"));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey,
    behaviour,
    requests,
    files: protocol.files,
    /** Jobs in the order of their creation. */
    jobs: protocol.jobs,
    /** The next `times` requests whose "METHOD /path" matches go wrong. */
    failOn(route: RegExp, fault: Fault, times = 1) {
      faults.push({ route, fault, times });
    },
    stopFailing() {
      faults.length = 0;
    },
    /** Recorded requests whose "METHOD /path" matches. */
    requestsTo: (route: RegExp) =>
      requests.filter((request) => route.test(`${request.method} ${request.path}`)),
    /** Resolves when the next request whose "METHOD /path" matches arrives. */
    nextRequest: (route: RegExp) =>
      new Promise<RecordedRequest>((arrive) => awaited.push({ route, arrive })),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type OpenAiServer = Awaited<ReturnType<typeof startOpenAiServer>>;

function fail(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (fault.kind === "html") {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Sign in to the network</title>");
  } else if (fault.kind === "status") {
    const { status, message = "It went wrong.", code = null } = fault;
    const reply = errorReply(status, message, code);
    response.writeHead(status, { "content-type": "application/json", ...fault.headers });
    response.end(fault.body ?? JSON.stringify(reply.body));
  } else {
    request.socket.destroy();
  }
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { "content-type": "application/json" });
  response.end(JSON.stringify(reply.body));
}
