import { implement } from "@orpc/server";
import { trainingContract } from "#shared/features/training/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(trainingContract).$context<RpcContext>();

export const trainingRouter = os.router({
  leaving: os.leaving.handler(({ input, context }) =>
    context.backend.session().training.leaving(input),
  ),
  estimate: os.estimate.handler(({ input, context }) =>
    context.backend.session().training.estimate(input),
  ),
  start: os.start.handler(({ input, context }) => context.backend.session().training.start(input)),
  list: os.list.handler(({ context }) => context.backend.session().training.list()),
  get: os.get.handler(({ input, context }) => context.backend.session().training.get(input.jobId)),
});
