import { implement } from "@orpc/server";
import { versionsContract } from "#shared/features/versions/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(versionsContract).$context<RpcContext>();

export const versionsRouter = os.router({
  preview: os.preview.handler(({ input, context }) =>
    context.backend.session().versions.preview(input),
  ),
  freeze: os.freeze.handler(({ input, context }) =>
    context.backend.session().versions.freeze(input),
  ),
  list: os.list.handler(({ context }) => context.backend.session().versions.list()),
  get: os.get.handler(({ input, context }) =>
    context.backend.session().versions.get(input.versionId),
  ),
});
