import { readFileSync, statSync } from "node:fs";
import type { Bundle } from "#shared/features/handouts/bundle.ts";
import { serveWorker } from "../../../jobs/worker-side.ts";
import { BUNDLE_LIMITS } from "./limits.ts";
import { readBundle } from "./read-bundle.ts";
import { refused } from "./refuse.ts";

export interface OpenBundleInput {
  path: string;
  passphrase: string | null;
}

/** Unpacking, hashing and the slow key of a passphrase, away from where answers are saved. */
await serveWorker<OpenBundleInput, never, Bundle>(({ path, passphrase }) => {
  if (statSync(path).size > BUNDLE_LIMITS.fileBytes) throw refused("tooBig");
  return readBundle(readFileSync(path), passphrase === null ? {} : { passphrase });
});
