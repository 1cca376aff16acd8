import { implement } from "@orpc/server";
import { searchContract } from "#shared/features/search/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(searchContract).$context<RpcContext>();

export const searchRouter = os.router({
  state: os.state.handler(({ context }) => context.backend.session().search.state()),
});
