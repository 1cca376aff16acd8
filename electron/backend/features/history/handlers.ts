import { implement } from "@orpc/server";
import { historyContract } from "#shared/features/history/contract.ts";
import { AppError } from "#shared/errors/app-error.ts";
import type { RpcContext } from "../../rpc/context.ts";
import type { ProjectSession } from "../../session.ts";

/** What many examples go through at this moment cannot be taken back, nor anything before it. */
function settledHistory(session: ProjectSession): ProjectSession["history"] {
  const active = session.jobs.list(true).map(({ kind }) => kind);
  if (active.includes("import")) throw new AppError("importRunning");
  if (active.includes("takeBack")) throw new AppError("takeBackRunning");
  if (active.includes("bulkChange")) throw new AppError("bulkChangeRunning");
  return session.history;
}

const os = implement(historyContract).$context<RpcContext>();

export const historyRouter = os.router({
  state: os.state.handler(({ context }) => context.backend.session().history.state()),
  ofExample: os.ofExample.handler(({ input, context }) =>
    context.backend.session().timeline.ofExample(input.exampleId),
  ),
  timeline: os.timeline.handler(({ input, context }) =>
    context.backend.session().timeline.timeline(input),
  ),
  takeBackEarlier: os.takeBackEarlier.handler(({ input, context }) => {
    settledHistory(context.backend.session());
    return context.backend.session().timeline.takeBackEarlier(input);
  }),
  undo: os.undo.handler(({ context }) => settledHistory(context.backend.session()).undo()),
  redo: os.redo.handler(({ context }) => settledHistory(context.backend.session()).redo()),
});
