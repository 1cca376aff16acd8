import { MessageChannel, type MessagePort } from "node:worker_threads";
import { KnownEvents, loud } from "./loud.ts";

const inside = new WeakMap<object, MessagePort>();

/**
 * Electron's MessagePortMain over one of Node's ports: `on("message")` gets an event with `data`,
 * nothing flows before `start()`, and there is no `addEventListener`.
 */
export function portMain(port: MessagePort) {
  const events = new KnownEvents("MessagePortMain", ["message", "close"]);
  port.on("close", () => events.emit("close"));
  const wrapped = loud("MessagePortMain", {
    on: (event: string, listener: (...args: never[]) => void) => void events.on(event, listener),
    once: (event: string, listener: (...args: never[]) => void) =>
      void events.once(event, listener),
    start: () => {
      port.on("message", (data: unknown) => events.emit("message", { data, ports: [] }));
    },
    close: () => port.close(),
    postMessage: (message: unknown) => port.postMessage(message),
  });
  inside.set(wrapped, port);
  return wrapped;
}

/** The port to transfer; a port that was not made here cannot be sent through Electron either. */
export function nodePort(wrapped: object): MessagePort {
  const port = inside.get(wrapped);
  if (!port) throw new Error("only MessagePortMain can be transferred from the main process");
  return port;
}

export class MessageChannelMain {
  readonly port1: ReturnType<typeof portMain>;
  readonly port2: ReturnType<typeof portMain>;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = portMain(port1);
    this.port2 = portMain(port2);
  }
}
