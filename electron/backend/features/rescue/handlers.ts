import { implement } from "@orpc/server";
import { rescueContract } from "#shared/features/rescue/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(rescueContract).$context<RpcContext>();

export const rescueRouter = os.router({
  run: os.run.handler(async function* ({ input, context, signal }) {
    yield* context.backend.rescue.run(input, signal);
  }),
});
