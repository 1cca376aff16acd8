import { implement } from "@orpc/server";
import { checksContract } from "#shared/features/checks/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(checksContract).$context<RpcContext>();

export const checksRouter = os.router({
  run: os.run.handler(({ context }) => context.backend.session().checks.run()),
  latest: os.latest.handler(({ context }) => context.backend.session().checks.latest()),
});
