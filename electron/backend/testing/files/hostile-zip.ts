import { crc32, deflateRawSync } from "node:zlib";

/** An entry as an attacker would write it; what is left out is as in an honest zip. */
export interface HostileEntry {
  name: string;
  content: string | Buffer;
  /** The name in front of the data, when it is to differ from the one in the table of contents. */
  localName?: string;
  /** Unix mode in the table of contents: 0o120777 is a symbolic link. */
  mode?: number;
  extra?: Buffer;
  /** The unpacked size to state. */
  statedBytes?: number;
  flags?: number;
  method?: number;
  /** Points to the data of an earlier entry instead of having any. */
  sameDataAs?: number;
}

/** A zip by hand, entry by entry, in which nothing needs to be true. */
export function hostileZip(
  entries: readonly HostileEntry[],
  statedEntries = entries.length,
): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const bytes = Buffer.from(entry.content);
    const { method = 8, extra = Buffer.alloc(0), flags = 0 } = entry;
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const fields = (nameBytes: number, extraBytes: number) => {
      const block = Buffer.alloc(26);
      block.writeUInt16LE(20, 0);
      block.writeUInt16LE(flags, 2);
      block.writeUInt16LE(method, 4);
      block.writeUInt32LE(crc32(bytes), 10);
      block.writeUInt32LE(packed.length, 14);
      block.writeUInt32LE(entry.statedBytes ?? bytes.length, 18);
      block.writeUInt16LE(nameBytes, 22);
      block.writeUInt16LE(extraBytes, 24);
      return block;
    };
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const at = entry.sameDataAs === undefined ? offset : (offsets[entry.sameDataAs] ?? 0);
    offsets.push(at);
    if (entry.sameDataAs === undefined) {
      const head = Buffer.from("PK\u0003\u0004");
      const local = Buffer.concat([head, fields(localName.length, 0), localName, packed]);
      parts.push(local);
      offset += local.length;
    }
    const place = Buffer.alloc(14);
    place.writeUInt32LE(((entry.mode ?? 0o100_644) << 16) >>> 0, 6);
    place.writeUInt32LE(at, 10);
    // Made by Unix (3), so that modes count.
    const head = Buffer.from("PK\u0001\u0002\u0014\u0003");
    table.push(Buffer.concat([head, fields(name.length, extra.length), place, name, extra]));
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(statedEntries, 4);
  end.writeUInt16LE(statedEntries, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006"), end]);
}
