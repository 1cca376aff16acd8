import { composeBackend } from "#backend/compose.ts";
import { createSessionSecrets } from "#backend/secrets/secret-store.ts";
import { hostFolders } from "../folders.ts";
import { createLogFile } from "../log-file.ts";
import { APP_VERSION } from "../version.ts";
import { startWebHost } from "./server.ts";

const folders = hostFolders();
const backend = composeBackend({
  ...folders,
  secrets: createSessionSecrets(),
  appVersion: APP_VERSION,
  logError: createLogFile(folders.appDir),
});
const host = await startWebHost(backend, {
  rendererDir: folders.rendererDir,
  port: Number(process.env["TACIT_PORT"] ?? 0),
  ...(process.env["TACIT_TOKEN"] === undefined ? {} : { token: process.env["TACIT_TOKEN"] }),
});
console.log(host.url);

let closing = false;
async function close() {
  if (closing) return;
  closing = true;
  await host.close();
  await backend.close();
  process.exit(0);
}
process.on("SIGINT", () => void close());
process.on("SIGTERM", () => void close());
// Terminals and sessions that end say it so.
process.on("SIGHUP", () => void close());
