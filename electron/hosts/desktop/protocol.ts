import { readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { protocol, type Session } from "electron";
import { contentSecurityPolicy } from "../content-security-policy.ts";
import { APP_SCHEME } from "./app-address.ts";
import { contentType } from "../content-types.ts";

/** Makes `app://` behave like the web's own schemes; must run before the application is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** Serves the built screens under `app://tacit/`, and nothing else. */
export function serveAppScheme(session: Session, rendererDir: string): void {
  session.protocol.handle(APP_SCHEME, (request) => answer(request, rendererDir));
}

async function answer(request: Request, rendererDir: string): Promise<Response> {
  const file = requestedFile(request, rendererDir);
  if (file === null) return new Response(null, { status: 404 });
  try {
    const body = new Uint8Array(await readFile(file));
    return new Response(body, { headers: headersFor(file) });
  } catch {
    return new Response(null, { status: 404 });
  }
}

function requestedFile(request: Request, rendererDir: string): string | null {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.host !== "tacit") return null;
  try {
    const path = decodeURIComponent(url.pathname);
    const file = normalize(join(rendererDir, path === "/" ? "index.html" : path));
    return file.startsWith(rendererDir + sep) ? file : null;
  } catch {
    return null;
  }
}

const headersFor = (file: string) => ({
  "content-type": contentType(file),
  "content-security-policy": contentSecurityPolicy("'self'"),
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
});
