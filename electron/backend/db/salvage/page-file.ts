import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readLog } from "./write-ahead-log.ts";

/** What is told of a file by its first hundred bytes, as far as they make sense. */
export interface FileHeader {
  userVersion: number;
  firstTrunk: number;
}

/** What our files are made of: the present releases', and the first one's. */
const OUR_PAGE_SIZES = [8192, 4096] as const;
/** Bytes of a file that are enough to tell where its pages begin. */
const SAMPLE = 1024 * 1024;
/** Pages read at once; salvage goes through the file mostly in order. */
const READ_AHEAD = 64;

const isPageSize = (size: number) => size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;

/** Told by where the heads of tree pages stand, when the file's own word for it is damaged. */
function guessPageSize(file: number): number {
  const sample = Buffer.alloc(SAMPLE);
  const bytes = readSync(file, sample, 0, SAMPLE, 0);
  const share = (size: number) => {
    let heads = 0;
    for (let at = size; at + 8 <= bytes; at += size) {
      const isTree = [2, 5, 10, 13].includes(sample[at] ?? 0);
      if (isTree && sample.readUInt16BE(at + 3) * 2 < size && (sample[at + 7] ?? 255) <= 60)
        heads += 1;
    }
    return heads / Math.max(1, Math.floor(bytes / size) - 1);
  };
  const [larger, smaller] = OUR_PAGE_SIZES;
  // Every head of a larger page is one of a smaller, too: the larger wins where it finds clearly more of its own.
  return share(larger) >= share(smaller) * 1.2 ? larger : smaller;
}

/** A database file as bare pages, numbered from 1, read without trusting anything in it. */
export class PageFile {
  readonly pageSize: number;
  /** Bytes of a page that hold content. */
  readonly usable: number;
  readonly pageCount: number;
  readonly header: FileHeader;
  /** Newer versions of pages, from the log beside the file. */
  readonly #logged: Map<number, Buffer>;
  readonly #file: number;
  readonly #size: number;
  #block = Buffer.alloc(0);
  #blockStart = -1;

  constructor(path: string) {
    this.#file = openSync(path, "r");
    const { size } = fstatSync(this.#file);
    this.#size = size;
    const head = Buffer.alloc(100);
    readSync(this.#file, head, 0, 100, 0);
    const told = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
    this.pageSize = isPageSize(told) ? told : guessPageSize(this.#file);
    const reserved = head[20] ?? 0;
    this.usable = this.pageSize - (reserved < 32 ? reserved : 0);
    this.#logged = readLog(path, this.pageSize).pages;
    // The page count in the header may lie; the length of the file does not.
    this.pageCount = Math.max(Math.ceil(size / this.pageSize), ...this.#logged.keys());
    const first = this.page(1) ?? head;
    this.header = { userVersion: first.readUInt32BE(60), firstTrunk: first.readUInt32BE(32) };
  }

  /** Bytes of a page that can hold content, and are there: the last page of a cut file is cut, too. */
  usableOf(number: number): number {
    if (this.#logged.has(number)) return this.usable;
    return Math.min(this.usable, this.#size - (number - 1) * this.pageSize);
  }

  /** A copy of the page, filled up with zeros where the file ends early; undefined where it cannot be read. */
  page(number: number): Buffer | undefined {
    if (!Number.isInteger(number) || number < 1 || number > this.pageCount) return undefined;
    const logged = this.#logged.get(number);
    if (logged) return Buffer.from(logged);
    const blockStart = number - 1 - ((number - 1) % READ_AHEAD);
    if (blockStart !== this.#blockStart && !this.#readBlock(blockStart))
      return this.#readOne(number);
    const at = (number - 1 - blockStart) * this.pageSize;
    return Buffer.from(this.#block.subarray(at, at + this.pageSize));
  }

  #readBlock(start: number): boolean {
    const block = Buffer.alloc(READ_AHEAD * this.pageSize);
    try {
      readSync(this.#file, block, 0, block.length, start * this.pageSize);
    } catch {
      return false;
    }
    this.#block = block;
    this.#blockStart = start;
    return true;
  }

  /** Around a bad spot of the disk each page is tried on its own. */
  #readOne(number: number): Buffer | undefined {
    const page = Buffer.alloc(this.pageSize);
    try {
      readSync(this.#file, page, 0, this.pageSize, (number - 1) * this.pageSize);
      return page;
    } catch {
      return undefined;
    }
  }

  /** Pages on the list of free ones: what stands there was deleted, and is not to come back. */
  freePages(): Set<number> {
    const free = new Set<number>();
    let trunk = this.header.firstTrunk;
    while (trunk !== 0 && !free.has(trunk)) {
      const page = this.page(trunk);
      if (!page) break;
      free.add(trunk);
      const leaves = Math.min(page.readUInt32BE(4), this.usable / 4 - 2);
      for (let index = 0; index < leaves; index += 1) free.add(page.readUInt32BE(8 + index * 4));
      trunk = page.readUInt32BE(0);
    }
    return free;
  }

  close(): void {
    closeSync(this.#file);
  }
}
