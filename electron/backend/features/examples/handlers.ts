import { implement } from "@orpc/server";
import { examplesContract } from "#shared/features/examples/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";

const os = implement(examplesContract).$context<RpcContext>();

/** Undo can show the example again when the act concerned just one. */
const onlyOf = (exampleIds: string[]) => (exampleIds.length === 1 ? (exampleIds[0] ?? null) : null);

export const examplesRouter = os.router({
  list: os.list.handler(({ input, context }) => context.backend.session().examples.list(input)),
  get: os.get.handler(({ input, context }) =>
    context.backend.session().examples.get(input.exampleId),
  ),
  browse: os.browse.handler(({ input, context, signal }) =>
    context.backend.session().views.browse(input, signal),
  ),
  count: os.count.handler(({ input, context, signal }) =>
    context.backend.session().views.count(input.viewId, signal),
  ),
  change: os.change.handler(({ input, context }) => context.backend.session().bulk.change(input)),
  listFilters: os.listFilters.handler(({ context }) =>
    context.backend.session().examples.listFilters(),
  ),
  saveFilter: os.saveFilter.handler(({ input, context }) =>
    context.backend.session().examples.saveFilter(input.name, input.filter),
  ),
  removeFilter: os.removeFilter.handler(({ input, context }) =>
    context.backend.session().examples.removeFilter(input.filterId),
  ),
  setFlag: os.setFlag.handler(
    undoable(
      "flag",
      ({ input, context }) =>
        context.backend.session().examples.setFlag(input.exampleIds, input.flagged),
      ({ exampleIds }) => onlyOf(exampleIds),
    ),
  ),
  remove: os.remove.handler(
    undoable(
      "removeExamples",
      ({ input, context }) => context.backend.session().examples.remove(input.exampleIds),
      ({ exampleIds }) => onlyOf(exampleIds),
    ),
  ),
  removeDuplicates: os.removeDuplicates.handler(
    undoable("removeDuplicates", ({ context }) =>
      context.backend.session().examples.removeDuplicates(),
    ),
  ),
});
