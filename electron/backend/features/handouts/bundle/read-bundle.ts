import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "#shared/errors/app-error.ts";
import {
  type Bundle,
  BUNDLE_FORMAT,
  BUNDLE_PARTS,
  BUNDLE_VERSION,
  Manifest,
} from "#shared/features/handouts/bundle.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import { isSignedBy } from "../../../identity/keys.ts";
import { BUNDLE_LIMITS, type BundleLimits } from "./limits.ts";
import { isLocked, unlock } from "./passphrase.ts";
import { refused } from "./refuse.ts";
import { signedBytes } from "./signed-bytes.ts";
import { unpack } from "./unpack.ts";

const MANIFEST = "manifest.json";
const SIGNATURE = "signature";
const NEWLINE = 0x0a;

/**
 * Reads a whole bundle in memory and believes nothing of it: shape, sizes, hashes, signature and every row
 * are checked before anything is returned. Who signed is for the caller to judge: the name in it is only
 * what the signer says. Throws `bundleRefused`, `bundleTooNew`, `bundleLocked`, `passphraseWrong`.
 */
export async function readBundle(
  file: Buffer,
  { passphrase, limits = BUNDLE_LIMITS }: { passphrase?: string; limits?: BundleLimits } = {},
): Promise<Bundle> {
  if (file.length > limits.fileBytes) throw refused("tooBig");
  const parts = await unpack(await unlocked(file, passphrase), limits);
  const manifest = readManifest(parts);
  assertWhole(manifest, parts);
  return readRows(manifest, parts);
}

async function unlocked(file: Buffer, passphrase: string | undefined): Promise<Buffer> {
  if (!isLocked(file)) return file;
  if (passphrase === undefined || passphrase === "") throw new AppError("bundleLocked");
  return Buffer.from(await unlock(file, passphrase));
}

const Versioned = z.object({ format: z.literal(BUNDLE_FORMAT), version: z.int() });

function readManifest(parts: ReadonlyMap<string, Buffer>): Manifest {
  const bytes = parts.get(MANIFEST);
  if (!bytes) throw refused("notABundle");
  const stated = parseJson(bytes, MANIFEST);
  const versioned = Versioned.safeParse(stated);
  if (!versioned.success) throw refused("notABundle");
  if (versioned.data.version > BUNDLE_VERSION) throw new AppError("bundleTooNew");
  const manifest = Manifest.safeParse(stated);
  if (!manifest.success) throw refused("badContent", MANIFEST, manifest.error);
  // One way of writing it: a name that is there twice would mean one thing here and another elsewhere.
  if (canonicalJson(manifest.data) !== bytes.toString("utf8"))
    throw refused("badContent", MANIFEST);
  const { publicKey } = manifest.data.sender;
  const signature = parts.get(SIGNATURE);
  if (!signature) throw refused("fileMissing", SIGNATURE);
  if (!isSignedBy(signedBytes(bytes), signature, publicKey)) throw refused("badSignature");
  return manifest.data;
}

/** Exactly the files that belong to this kind, each with the bytes that were signed for. */
function assertWhole({ kind, files }: Manifest, parts: ReadonlyMap<string, Buffer>) {
  const expected = Object.keys(BUNDLE_PARTS[kind]).map((name) => `${name}.jsonl`);
  const listed = new Map(files.map((file) => [file.name, file]));
  if (listed.size !== files.length) throw refused("nameTwice", MANIFEST);
  for (const name of listed.keys()) if (!expected.includes(name)) throw refused("fileExtra", name);
  for (const name of parts.keys())
    if (name !== MANIFEST && name !== SIGNATURE && !listed.has(name))
      throw refused("fileExtra", name);
  for (const name of expected) {
    const file = listed.get(name);
    const bytes = parts.get(name);
    if (!file || !bytes) throw refused("fileMissing", name);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (bytes.length !== file.bytes || sha256 !== file.sha256) throw refused("changed", name);
  }
}

function readRows(manifest: Manifest, parts: ReadonlyMap<string, Buffer>): Bundle {
  const { kind } = manifest;
  const rows: Record<string, unknown[]> = {};
  for (const [name, schema] of Object.entries(BUNDLE_PARTS[kind])) {
    const fileName = `${name}.jsonl`;
    rows[name] = listLines(parts.get(fileName) ?? Buffer.alloc(0)).map((line) => {
      const row = (schema as z.ZodType).safeParse(parseJson(line, fileName));
      if (!row.success) throw refused("badContent", fileName, row.error);
      return row.data;
    });
  }
  const bundle = { kind, manifest, rows } as unknown as Bundle;
  assertConsistent(bundle);
  return bundle;
}

/** What the shape of single rows cannot say. */
function assertConsistent({ kind, rows }: Bundle) {
  assertOnce(
    rows.labels.map(({ labelId }) => labelId),
    "labels.jsonl",
  );
  assertOnce(
    rows.answers.map(({ exampleId }) => exampleId),
    "answers.jsonl",
  );
  if (kind === "return") {
    const isWhole = rows.answers.every(
      ({ state, value, annotationId }) =>
        (state === "answered") === (value !== null) && (value === null || annotationId !== null),
    );
    if (!isWhole) throw refused("badContent", "answers.jsonl");
    return;
  }
  if (rows.definition.length !== 1) throw refused("badContent", "definition.jsonl");
  assertOnce(
    rows.examples.map(({ exampleId }) => exampleId),
    "examples.jsonl",
  );
  const known = new Set(rows.examples.map(({ exampleId }) => exampleId));
  if (rows.answers.some(({ exampleId }) => !known.has(exampleId)))
    throw refused("badContent", "answers.jsonl");
}

function assertOnce(ids: readonly string[], fileName: string) {
  if (new Set(ids).size !== ids.length) throw refused("badContent", fileName);
}

function listLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}

function parseJson(bytes: Buffer, fileName: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw refused("badContent", fileName, cause);
  }
}
