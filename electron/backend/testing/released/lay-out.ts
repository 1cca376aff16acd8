import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { openTestBackend } from "../test-backend.ts";
import type { ProjectRecord } from "./project-record.ts";

const FIXTURES = resolve(import.meta.dirname, "../../db/fixtures");

/** Every kept project file of a released schema, such as "v1-classify". */
export const RELEASED = readdirSync(FIXTURES)
  .filter((name) => name.endsWith(".tacit.gz"))
  .map((name) => name.replace(".tacit.gz", ""));

export const releasedBytes = (name: string): Buffer =>
  gunzipSync(readFileSync(join(FIXTURES, `${name}.tacit.gz`)));

/** The schema that wrote it. */
export const releasedVersion = (name: string): number => Number(/^v(\d+)/.exec(name)?.[1]);

/** The same project as the newest schema keeps it: opened once, and closed. */
export async function currentBytes(name: string): Promise<Buffer> {
  const { client, backend, fileId, path } = layOut(name);
  await client.projects.open({ fileId });
  await backend.close();
  return readFileSync(path);
}

/** A released project file as a user would find it in the Tacit folder, and what is recorded of it. */
export function layOut(name: string, bytes = releasedBytes(name)) {
  const opened = openTestBackend();
  mkdirSync(opened.projectsDir, { recursive: true });
  const path = join(opened.projectsDir, "Old.tacit");
  writeFileSync(path, bytes);
  const record = JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8")) as ProjectRecord;
  const { fileId } = opened.backend.grants.add(path, "read");
  return { ...opened, path, bytes, record, fileId, version: releasedVersion(name) };
}
