import { implement } from "@orpc/server";
import { rulesContract } from "#shared/features/rules/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";

const os = implement(rulesContract).$context<RpcContext>();

export const rulesRouter = os.router({
  list: os.list.handler(({ context }) => context.backend.session().rules.list()),
  add: os.add.handler(
    undoable("addRule", ({ input, context }) => context.backend.session().rules.add(input)),
  ),
  concerned: os.concerned.handler(({ input, context }) =>
    context.backend.session().rules.concerned(input),
  ),
  change: os.change.handler(async ({ input, context }) => {
    const { rules, history } = context.backend.session();
    // Comparing texts takes a while; the step itself is one transaction.
    const revisited = await rules.chooseRevisited(input);
    return history.record("changeRule", null, () => rules.change(input, revisited));
  }),
  remove: os.remove.handler(async ({ input, context }) => {
    const { rules, history } = context.backend.session();
    const revisited = await rules.chooseRevisited(input);
    return history.record("removeRule", null, () => rules.remove(input.ruleId, revisited));
  }),
});
