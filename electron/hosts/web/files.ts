import { createReadStream, existsSync, mkdirSync, statSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, join, normalize, parse, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Backend } from "#backend/compose.ts";
import { placeFor } from "#backend/files/handed-in.ts";
import { newId } from "#backend/ids.ts";
import { contentType } from "../content-types.ts";
import { placeUpload } from "./upload-path.ts";

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

/** Writes what is sent to a new file; what cannot be written whole is not kept, and whoever sends it hears why. */
async function receive(request: IncomingMessage, path: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    // A request that is destroyed takes its connection along, and the answer with it.
    const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const chunk of chunks) await file.writeFile(chunk);
  } catch (error) {
    await rm(path, { force: true });
    request.resume();
    throw error;
  } finally {
    await file.close();
  }
}

/** Takes a file the user dropped or chose and answers with a grant for it. */
export async function receiveUpload(
  backend: Backend,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { path, shownName } = placeFor(backend.tempDir, name);
  await receive(request, path);
  const grant = backend.grants.add(path, "read", shownName);
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(grant));
}

/** Begins a folder whose files the user chose together; they follow one by one. */
export function beginFolder(backend: Backend, name: string, response: ServerResponse) {
  const folder = join(backend.tempDir, newId(), "files");
  mkdirSync(folder, { recursive: true });
  const shownName = basename(name.replaceAll("\\", "/")) || "files";
  const grant = backend.grants.add(folder, "read", shownName);
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(grant));
}

/** Takes one file of a folder that was begun here; never writes anywhere else. */
export async function receiveIntoFolder(
  backend: Backend,
  folderId: string,
  relativePath: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const folder = backend.grants.getPath(folderId, "read");
  const isOurs = dirname(dirname(folder)) === backend.tempDir && basename(folder) === "files";
  const path = isOurs ? placeUpload(folder, relativePath) : null;
  if (path === null) {
    response.writeHead(400).end();
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  await receive(request, freePath(path));
  response.writeHead(204).end();
}

/** Names that differ only in their case may be one here, and the first must not be written over. */
function freePath(wanted: string): string {
  const { dir, name, ext } = parse(wanted);
  let path = wanted;
  for (let number = 2; existsSync(path); number += 1) path = join(dir, `${name} (${number})${ext}`);
  return path;
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
