import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { KnownEvents, loud } from "./loud.ts";
import { nodePort } from "./ports.ts";

/** A utility process as a worker thread: the same built file, the same messages, ports transferred. */
export class UtilityProcessStandIn extends KnownEvents {
  readonly modulePath: string;
  readonly #worker: Worker;
  #gone = false;

  constructor(modulePath: string) {
    super("UtilityProcess", ["spawn", "exit", "message", "error"]);
    if (!existsSync(modulePath)) throw new Error(`no module to fork at ${modulePath}`);
    this.modulePath = modulePath;
    this.#worker = new Worker(new URL("./utility-process-entry.ts", import.meta.url), {
      workerData: { modulePath },
    });
    this.#worker.on("message", (message) => this.emit("message", message));
    this.#worker.on("error", (error) => console.error("utility process:", error));
    this.#worker.on("exit", (code) => {
      this.#gone = true;
      this.emit("exit", code);
    });
  }

  postMessage(message: unknown, transfer: object[] = []): void {
    if (this.#gone) return;
    const ports = transfer.map(nodePort);
    this.#worker.postMessage({ message, ports }, ports);
  }

  kill(): boolean {
    if (this.#gone) return false;
    void this.#worker.terminate();
    return true;
  }
}

/** `utilityProcess`, with the processes it forked for tests to look at. */
export function createUtilityProcess(isReady: () => boolean) {
  const forked: UtilityProcessStandIn[] = [];
  const utilityProcess = loud("utilityProcess", {
    fork(modulePath: string, args: string[], options: { serviceName: string }) {
      if (!isReady()) throw new Error("utilityProcess.fork was called before ready");
      if (args.length > 0 || Object.keys(options).join() !== "serviceName")
        throw new Error("the stand-in for Electron does not model these fork options");
      const child = new UtilityProcessStandIn(modulePath);
      forked.push(child);
      return loud("UtilityProcess", child);
    },
  });
  return { utilityProcess, forked };
}
