import { implement } from "@orpc/server";
import { jobsContract } from "#shared/features/jobs/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(jobsContract).$context<RpcContext>();

export const jobsRouter = os.router({
  get: os.get.handler(({ input, context }) => context.backend.session().jobs.get(input.jobId)),
  list: os.list.handler(({ input, context }) => context.backend.session().jobs.list(input.active)),
  watch: os.watch.handler(async function* ({ input, context, signal }) {
    yield* context.backend.session().jobs.watch(input.jobId, signal);
  }),
  cancel: os.cancel.handler(({ input, context }) =>
    context.backend.session().jobs.cancel(input.jobId),
  ),
});
