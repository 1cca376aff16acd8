import { implement } from "@orpc/server";
import { comparisonsContract } from "#shared/features/comparisons/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(comparisonsContract).$context<RpcContext>();
const serviceOf = (context: RpcContext) => context.backend.session().comparisons;

export const comparisonsRouter = os.router({
  start: os.start.handler(({ input, context }) => serviceOf(context).start(input)),
  list: os.list.handler(({ context }) => serviceOf(context).list()),
  get: os.get.handler(({ input, context }) => serviceOf(context).get(input.comparisonId)),
  listItems: os.listItems.handler(({ input, context }) => serviceOf(context).listItems(input)),
  nextDuel: os.nextDuel.handler(({ input, context }) =>
    serviceOf(context).nextDuel(input.comparisonId),
  ),
  vote: os.vote.handler(({ input, context }) => serviceOf(context).vote(input)),
  undoVote: os.undoVote.handler(({ input, context }) =>
    serviceOf(context).undoVote(input.comparisonId),
  ),
});
