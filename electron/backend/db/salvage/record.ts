/** A value as SQLite stored it; integers are exact. */
export type StoredValue = null | bigint | number | string | Buffer;

export class Unreadable extends Error {}

/** A SQLite varint: up to nine bytes, big-endian, seven bits each. */
export function readVarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new Unreadable("a number runs past the end");
    if (index === 8) return { value: asNumber((value << 8n) | BigInt(byte)), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: asNumber(value), next: at + index + 1 };
  }
  throw new Unreadable("a number has no end");
}

/** Row numbers and lengths beyond this are not ours. */
function asNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unreadable("a number is too big");
  return Number(value);
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function sizeOf(type: number): number {
  if (type <= 6) return INTEGER_BYTES[type] ?? 0;
  if (type === 7) return 8;
  if (type === 8 || type === 9) return 0;
  if (type < 12) throw new Unreadable("a kind of value that does not exist");
  return Math.floor((type - 12) / 2);
}

function integerAt(bytes: Buffer, at: number, size: number): bigint {
  let value = 0n;
  for (let index = 0; index < size; index += 1)
    value = (value << 8n) | BigInt(bytes[at + index] ?? 0);
  return BigInt.asIntN(size * 8, value);
}

function valueAt(bytes: Buffer, at: number, type: number, size: number): StoredValue {
  if (type === 0) return null;
  if (type <= 6) return integerAt(bytes, at, size);
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 8) return 0n;
  if (type === 9) return 1n;
  const content = bytes.subarray(at, at + size);
  return type % 2 === 0 ? Buffer.from(content) : content.toString("utf8");
}

/**
 * The values of one record. `isWhole` false reads as many as are there, for a record whose end lies on
 * pages that are lost. Throws `Unreadable` for what cannot be a record.
 */
export function decodeRecord(payload: Buffer, isWhole = true): StoredValue[] {
  const { value: headerEnd, next } = readVarint(payload, 0);
  if (headerEnd > payload.length) throw new Unreadable("a record's head runs past its end");
  const values: StoredValue[] = [];
  let content = headerEnd;
  for (let at = next; at < headerEnd;) {
    const type = readVarint(payload, at);
    at = type.next;
    const size = sizeOf(type.value);
    if (content + size > payload.length) {
      if (!isWhole) return values;
      throw new Unreadable("a value runs past the record's end");
    }
    values.push(valueAt(payload, content, type.value, size));
    content += size;
  }
  if (isWhole && content !== payload.length)
    throw new Unreadable("a record is longer than it says");
  return values;
}
