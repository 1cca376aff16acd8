import { AppError, type AppErrorData } from "#shared/errors/app-error.ts";

/** Names of asks with their input and their answer. */
type Asks<Names> = { [Name in keyof Names]: [unknown, unknown] };

/** How one side answers; ports transferred with an ask come second. */
export type Answers<Names extends Asks<Names>> = {
  [Name in keyof Names]: (
    input: Names[Name][0],
    ports: readonly unknown[],
  ) => Names[Name][1] | Promise<Names[Name][1]>;
};

type Message =
  | { type: "ask"; askId: number; name: string; input: unknown }
  | { type: "answer"; askId: number; value: unknown }
  | { type: "failure"; askId: number; error: Pick<AppErrorData, "code" | "params"> };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Questions and answers in both directions over anything that posts messages. Failures arrive as
 * AppError; `explain` turns what a handler threw into one, so that no stack crosses over.
 */
export function createAskChannel<Sent extends Asks<Sent>, Served extends Asks<Served>, Port>(side: {
  post(message: unknown, ports: Port[]): void;
  answers: Answers<Served>;
  explain(error: unknown): Pick<AppErrorData, "code" | "params">;
}) {
  const waiting = new Map<number, Waiting>();
  let lastAskId = 0;

  async function answer(message: Extract<Message, { type: "ask" }>, ports: readonly unknown[]) {
    const { askId } = message;
    try {
      const handle = side.answers[message.name as keyof Served];
      const value = await handle(message.input, ports);
      side.post({ type: "answer", askId, value } satisfies Message, []);
    } catch (error) {
      side.post({ type: "failure", askId, error: side.explain(error) } satisfies Message, []);
    }
  }

  return {
    ask<Name extends keyof Sent & string>(
      name: Name,
      input: Sent[Name][0],
      ports: Port[] = [],
    ): Promise<Sent[Name][1]> {
      lastAskId += 1;
      const askId = lastAskId;
      return new Promise((resolve, reject) => {
        waiting.set(askId, { resolve, reject });
        side.post({ type: "ask", askId, name, input } satisfies Message, ports);
      });
    },
    async receive(data: unknown, ports: readonly unknown[]): Promise<void> {
      const message = data as Message;
      if (message.type === "ask") return answer(message, ports);
      const asked = waiting.get(message.askId);
      waiting.delete(message.askId);
      if (message.type === "answer") asked?.resolve(message.value);
      else asked?.reject(new AppError(message.error.code, message.error.params));
    },
    /** The other side is gone: whatever was asked fails as interrupted. */
    abandon(): void {
      for (const asked of waiting.values()) asked.reject(new AppError("interrupted"));
      waiting.clear();
    },
  };
}
