import { pathToFileURL } from "node:url";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { KnownEvents, loud } from "./loud.ts";
import { portMain } from "./ports.ts";

/** Gives a worker thread the `process.parentPort` of a utility process, then runs its module. */
const outer = parentPort;
if (!outer) throw new Error("this file runs only as a worker thread");
const events = new KnownEvents("parentPort", ["message"]);
const port = loud("parentPort", {
  on: (event: string, listener: (...args: never[]) => void) => {
    events.on(event, listener);
    // Messages queue up until somebody listens.
    outer.on("message", ({ message, ports }: { message: unknown; ports: MessagePort[] }) =>
      events.emit("message", { data: message, ports: ports.map(portMain) }),
    );
  },
  postMessage: (message: unknown) => outer.postMessage(message),
});
Object.defineProperty(process, "parentPort", { value: port });
await import(pathToFileURL((workerData as { modulePath: string }).modulePath).href);
