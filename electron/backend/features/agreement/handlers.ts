import { implement } from "@orpc/server";
import { agreementContract } from "#shared/features/agreement/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";

const os = implement(agreementContract).$context<RpcContext>();

const adjudicate = undoable(
  "adjudicate",
  ({ input, context }: { input: Adjudication; context: RpcContext }) =>
    context.backend.session().agreement.adjudicate(input),
  ({ exampleId }) => exampleId,
);
type Adjudication = Parameters<
  ReturnType<RpcContext["backend"]["session"]>["agreement"]["adjudicate"]
>[0];

export const agreementRouter = os.router({
  report: os.report.handler(({ context }) => context.backend.session().agreement.report()),
  listDisputes: os.listDisputes.handler(({ input, context }) =>
    context.backend.session().agreement.listDisputes(input),
  ),
  getDispute: os.getDispute.handler(({ input, context }) =>
    context.backend.session().agreement.getDispute(input.exampleId),
  ),
  adjudicate: os.adjudicate.handler(({ input, context }) => {
    const { annotations, agreement } = context.backend.session();
    const { counts } = annotations.withCounts(() => adjudicate({ input, context }));
    return { dispute: agreement.getDispute(input.exampleId), counts };
  }),
});
