import { implement } from "@orpc/server";
import { definitionsContract } from "#shared/features/definitions/contract.ts";
import { type RpcContext, undoable } from "../../rpc/context.ts";

const os = implement(definitionsContract).$context<RpcContext>();

export const definitionsRouter = os.router({
  get: os.get.handler(({ context }) => context.backend.session().definitions.get()),
  setTaskType: os.setTaskType.handler(
    undoable("setTaskType", ({ input, context }) =>
      context.backend.session().definitions.setTaskType(input.taskType),
    ),
  ),
  saveGuideline: os.saveGuideline.handler(
    undoable("saveGuideline", ({ input, context }) =>
      context.backend.session().definitions.saveGuideline(input.body),
    ),
  ),
  saveSystemPrompt: os.saveSystemPrompt.handler(
    undoable("saveSystemPrompt", ({ input, context }) =>
      context.backend.session().definitions.saveSystemPrompt(input.text),
    ),
  ),
  addLabel: os.addLabel.handler(
    undoable("addLabel", ({ input, context }) =>
      context.backend.session().definitions.addLabel(input),
    ),
  ),
  updateLabel: os.updateLabel.handler(
    undoable("updateLabel", ({ input, context }) =>
      context.backend.session().definitions.updateLabel(input),
    ),
  ),
  moveLabel: os.moveLabel.handler(
    undoable("moveLabel", ({ input, context }) =>
      context.backend.session().definitions.moveLabel(input.labelId, input.toPosition),
    ),
  ),
  removeLabel: os.removeLabel.handler(
    undoable("removeLabel", ({ input, context }) =>
      context.backend.session().definitions.removeLabel(input.labelId, input.moveAnswersTo),
    ),
  ),
});
