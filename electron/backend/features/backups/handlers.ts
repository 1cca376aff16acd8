import { implement } from "@orpc/server";
import { backupsContract } from "#shared/features/backups/contract.ts";
import type { RpcContext } from "../../rpc/context.ts";
import { describeBackup } from "./describe-backup.ts";

const os = implement(backupsContract).$context<RpcContext>();

export const backupsRouter = os.router({
  list: os.list.handler(({ input, context: { backend } }) =>
    backend.backups.listFor(backend.backups.fileOf(input.of)),
  ),
  status: os.status.handler(({ context }) => context.backend.session().backups.status()),
  make: os.make.handler(async ({ context }) => {
    const { backups, path } = context.backend.session();
    return describeBackup(await backups.make(), path);
  }),
  restore: os.restore.handler(({ input, context: { backend } }) =>
    backend.backups.restore(backend.backups.fileOf(input.of), input.backupId),
  ),
  openCopy: os.openCopy.handler(({ input, context: { backend } }) =>
    backend.backups.openCopy(backend.backups.fileOf(input.of), input.backupId),
  ),
  moveToSafePlace: os.moveToSafePlace.handler(({ input, context }) =>
    context.backend.backups.moveToSafePlace(input),
  ),
  acceptPlace: os.acceptPlace.handler(({ context }) =>
    context.backend.session().backups.acceptPlace(),
  ),
});
