import { implement } from "@orpc/server";
import { similarContract } from "#shared/features/similar/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";

const os = implement(similarContract).$context<RpcContext>();

export const similarRouter = os.router({
  find: os.find.handler(async function* ({ input, context, signal }) {
    yield* context.backend.session().similar.find(input, signal);
  }),
  apply: os.apply.handler(
    undoable("applyToSimilar", ({ input, context }) =>
      context.backend.session().similar.apply(input),
    ),
  ),
});
