import { deflateSync, inflateSync } from "node:zlib";
import { AppError } from "#shared/errors/app-error.ts";
import { z } from "zod";

/**
 * A model as it is kept in the project. Bytes 0–3 "TCIM"; 4–5 format version and 6–7 zero, both unsigned
 * little-endian; from 8 a zlib stream (its Adler-32 tells damage) of: header length (4 bytes), header as
 * JSON, then every array the header lists, each starting at a multiple of 8 bytes, little-endian.
 */
const MAGIC = Buffer.from("TCIM");
export const MODEL_FORMAT_VERSION = 1;
const BODY_START = 8;
/** No model is larger; a stream that says so is not ours. */
const MOST_BYTES = 1 << 30;

const ARRAY_TYPES = { Int8Array, Uint16Array, Uint32Array, Float32Array };
type ArrayType = keyof typeof ARRAY_TYPES;
export type ModelArray = Int8Array | Uint16Array | Uint32Array | Float32Array;

const Header = z.object({
  facts: z.unknown(),
  arrays: z.array(
    z.object({
      name: z.string(),
      type: z.enum(Object.keys(ARRAY_TYPES) as [ArrayType, ...ArrayType[]]),
      length: z.number().int().nonnegative(),
    }),
  ),
});

/** What a model file holds: facts that JSON can carry, and large arrays by name. */
export interface ModelParts {
  facts: unknown;
  arrays: Record<string, ModelArray>;
}

const padding = (bytes: number) => Buffer.alloc((8 - (bytes % 8)) % 8);

/** The same parts give the same bytes. */
export function encodeModelFile({ facts, arrays }: ModelParts): Buffer {
  const listed = Object.entries(arrays).map(([name, array]) => ({
    name,
    type: array.constructor.name,
    length: array.length,
  }));
  const header = Buffer.from(JSON.stringify({ facts, arrays: listed }));
  const headerLength = Buffer.alloc(4);
  headerLength.writeUInt32LE(header.length);
  const sections = Object.values(arrays).flatMap((array) => [
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    padding(array.byteLength),
  ]);
  const body = [headerLength, header, padding(4 + header.length), ...sections];
  const preamble = Buffer.alloc(BODY_START);
  MAGIC.copy(preamble);
  preamble.writeUInt16LE(MODEL_FORMAT_VERSION, 4);
  return Buffer.concat([preamble, deflateSync(Buffer.concat(body))]);
}

/** Reads a model file; `name` is for the message when it is damaged or from a newer version. */
export function decodeModelFile(file: Buffer, name: string): ModelParts {
  if (file.length < BODY_START || !file.subarray(0, 4).equals(MAGIC)) {
    throw new AppError("fileDamaged", { name });
  }
  if (file.readUInt16LE(4) > MODEL_FORMAT_VERSION) throw new AppError("fileTooNew", { name });
  try {
    return readBody(inflateSync(file.subarray(BODY_START), { maxOutputLength: MOST_BYTES }));
  } catch (cause) {
    throw new AppError("fileDamaged", { name }, { cause });
  }
}

function readBody(body: Buffer): ModelParts {
  const headerEnd = 4 + body.readUInt32LE(0);
  const header = Header.parse(JSON.parse(body.toString("utf8", 4, headerEnd)));
  const arrays: Record<string, ModelArray> = {};
  let offset = headerEnd + padding(headerEnd).length;
  for (const { name, type, length } of header.arrays) {
    const bytes = length * ARRAY_TYPES[type].BYTES_PER_ELEMENT;
    // A copy of its own, because a view must start at a multiple of its element's size in memory.
    const section = Uint8Array.from(body.subarray(offset, offset + bytes));
    if (section.length !== bytes) throw new RangeError(`array ${name} is cut short`);
    arrays[name] = new ARRAY_TYPES[type](section.buffer);
    offset += bytes + padding(bytes).length;
  }
  return { facts: header.facts, arrays };
}
