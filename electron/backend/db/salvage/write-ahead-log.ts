import { readFileSync, statSync } from "node:fs";

/** Pages of committed transactions that are still in the log, newest version of each. */
export interface LoggedPages {
  pages: Map<number, Buffer>;
  /** Committed changes stand behind a damaged place, where SQLite does not look any more. */
  isCutShort: boolean;
}

const HEADER = 32;
const FRAME_HEADER = 24;
/** Bytes; a log beyond this, which no program of ours leaves, is left to SQLite. */
const LARGEST = 1024 * 1024 * 1024;
const NOTHING: LoggedPages = { pages: new Map(), isCutShort: false };

/** Committed changes stand behind a damaged place of the log, where SQLite will not look. */
export function isLogCutShort(path: string): boolean {
  return readLog(path).isCutShort;
}

/** Reads the write-ahead log beside a file: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
export function readLog(path: string, wantedPageSize?: number): LoggedPages {
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size < HEADER || size > LARGEST) return NOTHING;
  const log = readFileSync(`${path}-wal`);
  const pageSize = log.length >= HEADER ? log.readUInt32BE(8) : 0;
  const magic = log.length >= HEADER ? log.readUInt32BE(0) : 0;
  if (magic >>> 1 !== 0x377f0682 >>> 1 || pageSize < 512) return NOTHING;
  if (pageSize !== (wantedPageSize ?? pageSize)) return NOTHING;
  const sum = createChecksum(magic % 2 === 1);
  sum.add(log.subarray(0, 24));
  // SQLite looks at nothing behind a head that is damaged, and neither can anybody tell what was whole.
  if (!sum.equals(log, 24)) return NOTHING;
  let isValid = true;
  const pages = new Map<number, Buffer>();
  let open = new Map<number, Buffer>();
  let isCutShort = false;
  const salts = log.subarray(16, 24);
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break;
    const content = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize);
    const isCommit = log.readUInt32BE(at + 4) !== 0;
    if (isValid) {
      sum.add(log.subarray(at, at + 8));
      sum.add(content);
      isValid = sum.equals(log, at + 16);
    } else if (isCommit) isCutShort = true;
    if (!isValid) continue;
    open.set(log.readUInt32BE(at), content);
    if (!isCommit) continue;
    for (const [number, page] of open) pages.set(number, page);
    open = new Map();
  }
  return { pages, isCutShort };
}

function createChecksum(isBigEndian: boolean) {
  let first = 0;
  let second = 0;
  return {
    add(bytes: Buffer) {
      for (let at = 0; at < bytes.length; at += 8) {
        const a = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
        const b = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
        first = (first + a + second) >>> 0;
        second = (second + b + first) >>> 0;
      }
    },
    equals: (bytes: Buffer, at: number) =>
      bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second,
  };
}
