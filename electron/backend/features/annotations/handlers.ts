import { implement } from "@orpc/server";
import { annotationsContract } from "#shared/features/annotations/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";
import type { Change } from "./answering.ts";

const os = implement(annotationsContract).$context<RpcContext>();

/** Adds the queue counts once the act is committed. */
const counted =
  <Call extends { context: RpcContext }>(act: (call: Call) => Change) =>
  (call: Call) =>
    call.context.backend.session().annotations.withCounts(() => act(call));

export const annotationsRouter = os.router({
  settings: os.settings.handler(({ context }) => context.backend.session().annotations.settings()),
  listReasons: os.listReasons.handler(({ context }) =>
    context.backend.session().annotations.listReasons(),
  ),
  saveSettings: os.saveSettings.handler(
    undoable("saveDeskSettings", ({ input, context }) =>
      context.backend.session().annotations.saveSettings(input),
    ),
  ),
  queue: os.queue.handler(({ input, context }) =>
    context.backend.session().annotations.queue(input),
  ),
  answer: os.answer.handler(
    counted(
      undoable(
        "answer",
        ({ input, context }) => context.backend.session().annotations.answer(input),
        ({ exampleId }) => exampleId,
      ),
    ),
  ),
  skip: os.skip.handler(
    counted(
      undoable(
        "skip",
        ({ input, context }) => context.backend.session().annotations.skip(input.exampleId),
        ({ exampleId }) => exampleId,
      ),
    ),
  ),
  clear: os.clear.handler(
    counted(
      undoable(
        "clear",
        ({ input, context }) => context.backend.session().annotations.clear(input.exampleId),
        ({ exampleId }) => exampleId,
      ),
    ),
  ),
});
