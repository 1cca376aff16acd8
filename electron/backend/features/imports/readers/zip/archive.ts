import type { Readable } from "node:stream";
import { type Entry, openPromise } from "yauzl";
import { AppError } from "#shared/errors/app-error.ts";

/** Files in one archive, at most; office documents hold a few dozen. */
const MAX_ENTRIES = 10_000;

/** The files inside a zip, each unpacked only as far as it is asked for. */
export interface Archive {
  has(name: string): boolean;
  /** Unpacked bytes as the archive states them; only a hint, because archives lie. */
  statedBytes(name: string): number;
  /** Pieces of one unpacked file; throws `tooMuchInside` once more than `maxBytes` really came out. */
  read(name: string, maxBytes: number): AsyncGenerator<Buffer>;
  readText(name: string, maxBytes: number): Promise<string>;
  close(): void;
}

/** Opens a zip by its table of contents. Never writes anything to disk; throws what yauzl throws for a damaged one. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > MAX_ENTRIES) throw tooMuchInside(MAX_ENTRIES);
    }
  } catch (error) {
    zip.close();
    throw error;
  }

  async function* read(name: string, maxBytes: number): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) return;
    const stream: Readable = await zip.openReadStreamPromise(entry);
    let bytes = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > maxBytes) throw tooMuchInside(Math.round(maxBytes / 1_000_000));
      yield piece;
    }
  }

  return {
    has: (name) => entries.has(name),
    statedBytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read,
    async readText(name, maxBytes) {
      const pieces: Buffer[] = [];
      for await (const piece of read(name, maxBytes)) pieces.push(piece);
      return Buffer.concat(pieces).toString("utf8");
    },
    close: () => zip.close(),
  };
}

/** A zip may pretend to be small; what counts is what came out of it. */
const tooMuchInside = (limit: number) => new AppError("tooMuchInside", { name: "", limit });
