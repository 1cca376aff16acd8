import { implement } from "@orpc/server";
import { handoutsContract, type People } from "#shared/features/handouts/contract.ts";
import type { Backend } from "../../compose.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";

const os = implement(handoutsContract).$context<RpcContext>();

function listPeople({ people }: Backend): People {
  const current = people.current();
  return {
    currentId: current?.annotatorId ?? null,
    people: people
      .list()
      .map(({ annotatorId, name, fingerprint }) => ({ annotatorId, name, fingerprint })),
  };
}

/** Every act on people answers with who there is then. */
const thenPeople =
  <Input>(act: (people: Backend["people"], input: Input) => unknown) =>
  ({ input, context: { backend } }: { input: Input; context: RpcContext }): People => {
    act(backend.people, input);
    return listPeople(backend);
  };

const handoutsOf = (context: RpcContext) => context.backend.session().handouts;

export const handoutsRouter = os.router({
  people: os.people.handler(({ context }) => listPeople(context.backend)),
  addPerson: os.addPerson.handler(
    thenPeople((people, { name }: { name: string }) => people.add(name)),
  ),
  renamePerson: os.renamePerson.handler(
    thenPeople((people, { annotatorId, name }: { annotatorId: string; name: string }) =>
      people.rename(annotatorId, name),
    ),
  ),
  choosePerson: os.choosePerson.handler(
    thenPeople((people, { annotatorId }: { annotatorId: string }) => people.choose(annotatorId)),
  ),
  together: os.together.handler(({ context }) => handoutsOf(context).together()),
  plan: os.plan.handler(({ input, context }) => handoutsOf(context).plan(input)),
  create: os.create.handler(({ input, context }) => handoutsOf(context).create(input)),
  callBack: os.callBack.handler(
    undoable("callBackHandout", ({ input, context }) =>
      handoutsOf(context).callBack(input.handoutId),
    ),
  ),
  inspect: os.inspect.handler(({ input, context }) =>
    context.backend.bundleDesk.inspect(input.fileId, input.passphrase),
  ),
  openSlice: os.openSlice.handler(({ input, context }) =>
    context.backend.bundleDesk.openSlice(input.inspectionId, input.trust),
  ),
  createReturn: os.createReturn.handler(({ input, context }) =>
    handoutsOf(context).createReturn(input.passphrase),
  ),
  previewMerge: os.previewMerge.handler(({ input, context }) =>
    handoutsOf(context).previewMerge(
      context.backend.bundleDesk.getInspection(input.inspectionId),
      input.labels,
    ),
  ),
  merge: os.merge.handler(({ input, context }) =>
    handoutsOf(context).merge(
      context.backend.bundleDesk.getInspection(input.inspectionId),
      input.trust,
      input.labels,
    ),
  ),
});
