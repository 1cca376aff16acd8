import { implement } from "@orpc/server";
import { revisitsContract } from "#shared/features/revisits/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(revisitsContract).$context<RpcContext>();

export const revisitsRouter = os.router({
  rulesOf: os.rulesOf.handler(({ input, context }) =>
    context.backend.session().revisits.rulesOf(input.exampleId),
  ),
  changedMind: os.changedMind.handler(({ context }) =>
    context.backend.session().revisits.changedMind(),
  ),
});
