import type { ActionName } from "#shared/features/history/contract.ts";
import type { Backend } from "../compose.ts";

export interface RpcContext {
  backend: Backend;
}

interface Call<Input> {
  input: Input;
  context: RpcContext;
}

/**
 * Registers a handler as a user action: one transaction, one step that undo takes back.
 * `exampleOf` names the example concerned, so that undo can show it again.
 */
export function undoable<Input, Output>(
  action: ActionName,
  handle: (call: Call<Input>) => Output,
  exampleOf: (input: Input) => string | null = () => null,
) {
  return ({ input, context }: Call<Input>): Output =>
    context.backend
      .session()
      .history.record(action, exampleOf(input), () => handle({ input, context }));
}
