import { implement } from "@orpc/server";
import { importsContract } from "#shared/features/imports/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";

const os = implement(importsContract).$context<RpcContext>();

export const importsRouter = os.router({
  gather: os.gather.handler(({ input, context: { backend } }) =>
    backend.grants.addSeveral(
      input.fileIds.map((fileId) => backend.grants.getPath(fileId, "read")),
    ),
  ),
  inspect: os.inspect.handler(({ input, context: { backend } }) =>
    backend.session().imports.inspect(backend.grants.getFile(input.fileId), input.readAs),
  ),
  review: os.review.handler(async function* ({ input, context: { backend }, signal }) {
    yield* backend.session().imports.review(backend.grants.getFile(input.fileId), input, signal);
  }),
  start: os.start.handler(({ input, context: { backend } }) =>
    backend.session().imports.start(backend.grants.getFile(input.fileId), input),
  ),
  list: os.list.handler(({ context }) => context.backend.session().imports.list()),
  takeBack: os.takeBack.handler(({ input, context }) =>
    context.backend.session().imports.takeBack(input.importId),
  ),
  listRejects: os.listRejects.handler(({ input, context }) =>
    context.backend.session().imports.listRejects(input.importId, input),
  ),
  saveRejects: os.saveRejects.handler(({ input, context: { backend } }) => {
    const path = backend.session().imports.saveRejects(input.importId, backend.tempDir);
    return { downloadId: backend.grants.add(path, "download").fileId };
  }),
});
