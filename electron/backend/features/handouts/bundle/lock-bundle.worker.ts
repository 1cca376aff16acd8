import { serveWorker } from "../../../jobs/worker-side.ts";
import { lock } from "./passphrase.ts";

export interface LockBundleInput {
  bytes: Uint8Array;
  passphrase: string;
}

/** Making a key of a passphrase takes a second on purpose. */
await serveWorker<LockBundleInput, never, Uint8Array>(({ bytes, passphrase }) =>
  lock(bytes, passphrase),
);
