import type { RpcContext } from "./context.ts";
import { type LogError, toRpcError } from "./boundary.ts";

/** What both transports share: every failure becomes a code with parameters before it leaves. */
export function createRpcOptions(log: LogError) {
  return {
    clientInterceptors: [
      async <Output>(options: {
        next(): Promise<Output>;
        context: RpcContext;
      }): Promise<Output> => {
        try {
          return await options.next();
        } catch (error) {
          throw toRpcError(error, log);
        }
      },
    ],
  };
}
