import { implement } from "@orpc/server";
import { projectsContract } from "#shared/features/projects/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";
import { SAMPLE_PROJECTS } from "./samples.ts";

const os = implement(projectsContract).$context<RpcContext>();

export const projectsRouter = os.router({
  current: os.current.handler(({ context }) => context.backend.current()?.project.info() ?? null),
  listRecent: os.listRecent.handler(({ context }) => context.backend.library.list()),
  listSamples: os.listSamples.handler(() => [...SAMPLE_PROJECTS]),
  create: os.create.handler(({ input, context }) => context.backend.createProject(input)),
  createSample: os.createSample.handler(({ input, context }) =>
    context.backend.createSample(input.sampleId),
  ),
  open: os.open.handler(({ input, context: { backend } }) =>
    "recentId" in input
      ? backend.openProject(backend.library.getPath(input.recentId))
      : backend.openGranted(input.fileId),
  ),
  rename: os.rename.handler(
    undoable("renameProject", ({ input, context }) =>
      context.backend.session().project.rename(input.name),
    ),
  ),
  describe: os.describe.handler(
    undoable("describeProject", ({ input, context }) =>
      context.backend.session().project.describe(input),
    ),
  ),
  close: os.close.handler(({ context }) => context.backend.closeProject()),
  reopen: os.reopen.handler(({ context }) => context.backend.reopenProject()),
  saveCopy: os.saveCopy.handler(({ input, context }) => context.backend.saveCopy(input.folderId)),
  forget: os.forget.handler(({ input, context }) => context.backend.library.forget(input.recentId)),
  journey: os.journey.handler(({ context }) => context.backend.session().journey()),
  verify: os.verify.handler(({ context }) => context.backend.session().verify()),
});
