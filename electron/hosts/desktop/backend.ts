import { copyFile } from "node:fs/promises";
import { RPCHandler } from "@orpc/server/message-port";
import { AppErrorData } from "#shared/errors/app-error.ts";
import { type Backend, composeBackend } from "#backend/compose.ts";
import { keepText } from "#backend/files/handed-in.ts";
import { toRpcError } from "#backend/rpc/boundary.ts";
import type { LogError } from "#backend/rpc/error-log.ts";
import { createRpcOptions } from "#backend/rpc/options.ts";
import { router } from "#backend/rpc/router.ts";
import { createSessionSecrets, type SecretStore } from "#backend/secrets/secret-store.ts";
import { createLogFile } from "../log-file.ts";
import { APP_VERSION } from "../version.ts";
import { createAskChannel } from "./ask-channel.ts";
import type { BackendAsks, BackendStart, KeychainAsks } from "./messages.ts";

/** What a transferred port looks like here; the RPC handler needs no more. */
type RpcPort = Parameters<RPCHandler<{ backend: Backend }>["upgrade"]>[0] & { start(): void };

interface Running {
  backend: Backend;
  rpc: RPCHandler<{ backend: Backend }>;
}
let running: Running | null = null;
let logError: LogError = () => "";

function start(options: BackendStart): void {
  logError = createLogFile(options.appDir);
  const backend = composeBackend({
    appDir: options.appDir,
    projectsDir: options.projectsDir,
    resourcesDir: options.resourcesDir,
    secrets: options.hasKeychain ? createKeychainSecrets() : createSessionSecrets(),
    appVersion: APP_VERSION,
    logError,
  });
  running = { backend, rpc: new RPCHandler(router, createRpcOptions(logError)) };
}

function started(): Running {
  if (!running) throw new Error("the backend was asked before it was started");
  return running;
}

const main = createAskChannel<KeychainAsks, BackendAsks, never>({
  post: (message) => process.parentPort.postMessage(message),
  explain(error) {
    const failure = toRpcError(error, logError) as { data: unknown };
    return AppErrorData.parse(failure.data);
  },
  answers: {
    start,
    connect(_input, [port]) {
      const { backend, rpc } = started();
      rpc.upgrade(port as RpcPort, { context: { backend } });
      (port as RpcPort).start();
    },
    grant: ({ path, kind }) => started().backend.grants.add(path, kind),
    grantSeveral: ({ paths }) => started().backend.grants.addSeveral(paths),
    grantText: ({ name, text }) => keepText(started().backend, name, text),
    saveDownload: ({ downloadId, targetPath }) =>
      copyFile(started().backend.grants.getPath(downloadId, "download"), targetPath),
    close: () => running?.backend.close(),
  },
});

function createKeychainSecrets(): SecretStore {
  return {
    persistence: "keychain",
    get: async (name) => (await main.ask("getSecret", { name })) ?? undefined,
    set: (name, secret) => main.ask("setSecret", { name, secret }),
    delete: (name) => main.ask("deleteSecret", { name }),
  };
}

process.parentPort.on("message", (event) => void main.receive(event.data, event.ports));
// A message that is no call rejects inside the RPC handler; that is no reason to end.
process.on("unhandledRejection", (error) => void logError(error));
process.on("uncaughtException", (error) => {
  logError(error);
  process.exit(1);
});
