import { implement } from "@orpc/server";
import { providersContract } from "#shared/features/providers/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";
import type { Backend } from "../../compose.ts";

const os = implement(providersContract).$context<RpcContext>();

/** The connection that a provider needs, or null for one that needs none. */
function connectionOf(backend: Backend, connectionId: string | undefined) {
  if (connectionId === undefined) return null;
  return backend.connections.open(backend.connections.get(connectionId));
}

/** For hosts whose transport gives no signal. */
const unstoppable = () => new AbortController().signal;

export const providersRouter = os.router({
  list: os.list.handler(({ context }) =>
    context.backend.providers
      .list()
      .map(({ providerId, capabilities }) => ({ providerId, capabilities })),
  ),
  listConnections: os.listConnections.handler(({ context }) => context.backend.connections.list()),
  saveConnection: os.saveConnection.handler(({ input, context }) =>
    context.backend.connections.save(input),
  ),
  removeConnection: os.removeConnection.handler(({ input, context }) =>
    context.backend.connections.remove(input.connectionId),
  ),
  checkAccess: os.checkAccess.handler(({ input, context: { backend }, signal }) =>
    backend.providers
      .get(input.providerId)
      .checkAccess(connectionOf(backend, input.connectionId), signal ?? unstoppable()),
  ),
  listBaseModels: os.listBaseModels.handler(({ input, context: { backend }, signal }) =>
    backend.providers
      .get(input.providerId)
      .listBaseModels(connectionOf(backend, input.connectionId), signal ?? unstoppable()),
  ),
});
