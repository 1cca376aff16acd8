import { inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { AppError } from "#shared/errors/app-error.ts";
import type { BundleLimits } from "./limits.ts";
import { refused } from "./refuse.ts";

/** A regular file, or nothing said about it, as by systems that know no other kinds. */
const KIND_MASK = 0o170_000;
const REGULAR = 0o100_000;
const MADE_BY_UNIX = 3;
/** Timestamps (two ways of writing them), and sizes beyond four gigabytes. What carries links is not among them. */
const HARMLESS_EXTRAS = new Set([0x5455, 0x000a, 0x0001]);
const NAME = /^[a-z]+(\.jsonl|\.json)?$/;
const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;

/**
 * Unpacks a whole zip in memory, or refuses all of it: nothing is ever written to a disk, and what counts
 * against `limits` are the bytes that really come out. Throws `bundleRefused`.
 */
export async function unpack(bytes: Buffer, limits: BundleLimits): Promise<Map<string, Buffer>> {
  if (bytes.length > limits.fileBytes) throw refused("tooBig");
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.entries) throw refused("tooManyFiles");
  const entries = await listEntries(zip, limits);
  await assertApart(zip, entries);
  const parts = new Map<string, Buffer>();
  let unpacked = 0;
  for (const entry of entries) {
    const content = await inflate(zip, bytes, entry, limits);
    unpacked += content.length;
    if (unpacked > limits.unpackedBytes) throw refused("tooBig", entry.fileName);
    parts.set(entry.fileName, content);
  }
  return parts;
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { strictFileNames: true });
  } catch (cause) {
    throw refused("notABundle", "", cause);
  }
}

async function listEntries(zip: ZipFile, limits: BundleLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.entries) throw refused("tooManyFiles");
      assertPlain(entry);
      // The names that are allowed are lower case, so that a collision of case is a strange name already.
      if (names.has(entry.fileName)) throw refused("nameTwice", entry.fileName);
      names.add(entry.fileName);
      entries.push(entry);
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return entries;
}

function assertPlain(entry: Entry) {
  const { fileName } = entry;
  if (!NAME.test(fileName)) throw refused("strangeName", fileName);
  const mode = entry.externalFileAttributes >>> 16;
  const kind = mode & KIND_MASK;
  const isUnix = entry.versionMadeBy >>> 8 === MADE_BY_UNIX;
  if (kind !== REGULAR && (isUnix || kind !== 0) && mode !== 0) throw refused("link", fileName);
  if (entry.extraFields.some(({ id }) => !HARMLESS_EXTRAS.has(id))) throw refused("link", fileName);
  const { compressionMethod: method } = entry;
  if (entry.isEncrypted() || (method !== STORED && method !== DEFLATED))
    throw refused("packedStrangely", fileName);
}

/** The bytes of an entry in the file, its own header included. */
async function assertApart(zip: ZipFile, entries: readonly Entry[]) {
  const places = await Promise.all(entries.map((entry) => placeOf(zip, entry)));
  let end = 0;
  for (const place of places.toSorted((a, b) => a.from - b.from)) {
    if (place.from < end) throw refused("overlap", place.name);
    end = place.to;
  }
}

async function placeOf(zip: ZipFile, entry: Entry) {
  try {
    const header = await zip.readLocalFileHeaderPromise(entry);
    // Two names for one entry: which of them counts would depend on the reader.
    if (header.fileName.compare(entry.fileNameRaw) !== 0)
      throw refused("strangeName", entry.fileName);
    const from = header.fileDataStart - LOCAL_HEADER_BYTES - header.fileName.length;
    return {
      name: entry.fileName,
      from: from - header.extraFieldLength,
      to: header.fileDataStart + entry.compressedSize,
    };
  } catch (error) {
    throw asRefusal(error, entry.fileName);
  }
}

/** One part; stops as soon as more comes out than may, whatever the archive says about its size. */
async function inflate(
  zip: ZipFile,
  bytes: Buffer,
  entry: Entry,
  limits: BundleLimits,
): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  if (packed.length !== entry.compressedSize) throw refused("damaged", entry.fileName);
  const mostBytes = Math.min(
    limits.partBytes,
    Math.max(limits.ratioFromBytes, packed.length * limits.ratio),
  );
  const content = entry.compressionMethod === STORED ? packed : inflated(packed, mostBytes, entry);
  if (content.length > mostBytes) throw refused("tooBig", entry.fileName);
  if (content.length !== entry.uncompressedSize) throw refused("lyingSize", entry.fileName);
  return content;
}

function inflated(packed: Buffer, mostBytes: number, { fileName }: Entry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch (cause) {
    const isTooMuch = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw refused(isTooMuch ? "tooBig" : "damaged", fileName, cause);
  }
}

/** yauzl says in English what it dislikes; names are what it looks at first. */
function asRefusal(error: unknown, name = ""): unknown {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : "";
  const isName = /invalid characters in fileName|absolute path|invalid relative path/.test(message);
  if (isName) return refused("strangeName", message.split(": ").at(-1), error);
  if (/size mismatch/.test(message)) return refused("lyingSize", name, error);
  return refused("damaged", name, error);
}
