import { implement } from "@orpc/server";
import { erasureContract } from "#shared/features/erasure/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(erasureContract).$context<RpcContext>();

export const erasureRouter = os.router({
  preview: os.preview.handler(({ input, context }) =>
    context.backend.session().erasure.preview(input.selection),
  ),
  erase: os.erase.handler(({ input, context }) => context.backend.session().erasure.erase(input)),
});
