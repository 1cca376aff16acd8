import type { TextEncoding } from "#shared/features/imports/contract.ts";

const TABLES = new Map<TextEncoding, ReadonlyMap<string, Buffer>>();

/** Text as bytes of any encoding that Tacit reads; throws for a character that the encoding does not have. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const table = TABLES.get(encoding) ?? tabulate(encoding);
  TABLES.set(encoding, table);
  return Buffer.concat(
    Array.from(text, (character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no “${character}”`);
      return bytes;
    }),
  );
}

/** What the platform's own decoder makes of every sequence of one byte and of two. */
function tabulate(encoding: TextEncoding): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Buffer>();
  const add = (bytes: Buffer) => {
    try {
      const text = decoder.decode(bytes);
      if (/^.$/su.test(text) && !table.has(text)) table.set(text, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) add(Buffer.from([byte]));
  for (let lead = 0x81; lead < 255; lead += 1)
    for (let trail = 0x40; trail < 255; trail += 1) add(Buffer.from([lead, trail]));
  return table;
}
