import { mapEventIterator } from "@orpc/client";
import { asDamage, toRpcError } from "./boundary.ts";
import type { RpcContext } from "./context.ts";
import type { LogError } from "./error-log.ts";

const isStream = (output: unknown): output is AsyncIteratorObject<unknown> =>
  typeof output === "object" && output !== null && Symbol.asyncIterator in output;

/** What all transports share: every failure, also one in the middle of a stream, leaves as a code with parameters. */
export function createRpcOptions(log: LogError) {
  return {
    clientInterceptors: [
      async <Output>(options: {
        next(): Promise<Output>;
        context: RpcContext;
      }): Promise<Output> => {
        try {
          const output = await options.next();
          if (!isStream(output)) return output;
          return mapEventIterator(output, {
            value: async (value) => value,
            error: async (error) => toRpcError(error, log),
          }) as Output;
        } catch (error) {
          options.context.backend.current()?.access.note(asDamage(error));
          throw toRpcError(error, log);
        }
      },
    ],
  };
}
