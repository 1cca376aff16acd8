import { implement } from "@orpc/server";
import { suggestionsContract } from "#shared/features/suggestions/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(suggestionsContract).$context<RpcContext>();

export const suggestionsRouter = os.router({
  list: os.list.handler(({ input, context }) =>
    context.backend.session().suggestions.list(input.exampleIds),
  ),
  sway: os.sway.handler(({ context }) => context.backend.session().suggestions.sway()),
  agree: os.agree.handler(({ input, context }) =>
    context.backend.session().suggestions.agree(input.connectionId),
  ),
  retry: os.retry.handler(({ context }) => context.backend.session().suggestions.retry()),
  sitting: os.sitting.handler(({ input, context }) =>
    context.backend.session().suggestions.sitting(input.sinceMs),
  ),
});
