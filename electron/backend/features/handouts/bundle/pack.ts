import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** A zip of a few files in memory. The same parts give the same bytes, whenever and wherever they are packed. */
export function pack(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) {
    // Without the time at which it was packed: the manifest says when the bundle was made.
    zip.addBuffer(content, name, { mtime: new Date(315_619_200_000), mode: 0o100_600 });
  }
  zip.end();
  return buffer(zip.outputStream);
}
