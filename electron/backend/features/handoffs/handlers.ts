import { implement } from "@orpc/server";
import { handoffsContract } from "#shared/features/handoffs/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(handoffsContract).$context<RpcContext>();

export const handoffsRouter = os.router({
  create: os.create.handler(({ input, context }) =>
    context.backend.session().handoffs.create(input),
  ),
});
