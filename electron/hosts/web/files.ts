import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Backend } from "#backend/compose.ts";
import { placeFor } from "#backend/files/handed-in.ts";
import { contentType } from "../content-types.ts";

/** Serves the built renderer; answers 404 for whatever lies outside it. */
export async function serveRenderer(
  rendererDir: string,
  pathname: string,
  response: ServerResponse,
) {
  const file = normalize(join(rendererDir, pathname === "/" ? "index.html" : pathname));
  if (!file.startsWith(rendererDir + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = contentType(file);
  response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
  await pipeline(createReadStream(file), response);
}

/** Takes a file the user dropped or chose and answers with a grant for it. */
export async function receiveUpload(
  backend: Backend,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { path, shownName } = placeFor(backend.tempDir, name);
  await pipeline(request, createWriteStream(path));
  const grant = backend.grants.add(path, "read", shownName);
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(grant));
}

/** Hands out a file the backend made for this user. */
export async function sendDownload(backend: Backend, downloadId: string, response: ServerResponse) {
  const path = backend.grants.getPath(downloadId, "download");
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": statSync(path).size,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
  });
  await pipeline(createReadStream(path), response);
}
