import { implement } from "@orpc/server";
import { historyContract } from "#shared/features/history/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(historyContract).$context<RpcContext>();

export const historyRouter = os.router({
  state: os.state.handler(({ context }) => context.backend.session().history.state()),
  undo: os.undo.handler(({ context }) => context.backend.session().history.undo()),
  redo: os.redo.handler(({ context }) => context.backend.session().history.redo()),
});
