import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";

/** Text is gathered up to this many characters before it is written. */
const CHUNK = 1 << 20;

export interface WrittenFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** Writes a file piece by piece, hashing as it goes; on disk for good when it resolves. */
export async function writePieces(
  folder: string,
  name: string,
  pieces: Iterable<string>,
): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(join(folder, name), "wx");
  try {
    const write = async (text: string) => {
      const content = Buffer.from(text, "utf8");
      hash.update(content);
      bytes += content.length;
      await file.writeFile(content);
    };
    let gathered = "";
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < CHUNK) continue;
      await write(gathered);
      gathered = "";
    }
    await write(gathered);
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest("hex") };
}
