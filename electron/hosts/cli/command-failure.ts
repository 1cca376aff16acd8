import type { MessageKey, MessageParams } from "#shared/messages/translate.ts";

/** A failure that only the command line knows; its text says what happened, what is safe and what to do next. */
export class CommandFailure extends Error {
  readonly key: Extract<MessageKey, `cli.failure.${string}`>;
  readonly params: MessageParams;

  constructor(key: CommandFailure["key"], params: MessageParams = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}
