import type { DiskEvent } from "./disk-log.ts";

/** Disks write whole sectors; a write that was under way may have got through only so far. */
const SECTOR = 512;

interface FileState {
  /** As the program sees it. */
  now: Buffer;
  /** As the disk is sure to have it: what was there at the last sync. */
  durable: Buffer;
  /** Writes and cuts since then: the disk may have any of them. */
  /** What each sync under way will have made last. */
  syncing: Map<string, { content: Buffer; writes: number }>;
  /** How many writes and cuts there were, and how many of them are on disk for certain. */
  writes: number;
  synced: number;
  pending: (Extract<DiskEvent, { kind: "write" | "truncate" }> & { path: string })[];
}
export type Files = Map<string, Buffer>;

function apply(content: Buffer, event: FileState["pending"][number], bytes?: number): Buffer {
  if (event.kind === "truncate") {
    const cut = Buffer.alloc(event.bytes);
    content.copy(cut, 0, 0, event.bytes);
    return cut;
  }
  const data = event.data.subarray(0, bytes ?? event.data.length);
  const grown = Buffer.alloc(Math.max(content.length, event.offset + data.length));
  content.copy(grown);
  data.copy(grown, event.offset);
  return grown;
}

const startingWith = (content: Buffer): FileState => ({
  now: content,
  durable: content,
  pending: [],
  syncing: new Map(),
  writes: 0,
  synced: 0,
});

/**
 * Files as a disk may hold them when the power goes right after the given events: everything that was
 * synced, and of what was not, by lot, nothing, some of it, or half of a write. Names are taken to be on
 * disk at once, as a journalling file system keeps them in order; see docs/decisions/0017-faults-for-real.md.
 */
export function afterPowerCut(
  before: Files,
  events: readonly DiskEvent[],
  random: () => number,
): Files {
  const files = new Map<string, FileState>();
  for (const [path, content] of before) files.set(path, startingWith(content));
  const get = (path: string): FileState => {
    const known = files.get(path);
    if (known) return known;
    const made = startingWith(Buffer.alloc(0));
    files.set(path, made);
    return made;
  };
  for (const event of events) {
    if (event.kind === "said") continue;
    const file = get(event.path);
    if (event.kind === "syncBegins")
      file.syncing.set(event.thread, { content: file.now, writes: file.writes });
    else if (event.kind === "sync") {
      const sync = file.syncing.get(event.thread);
      // Another thread's sync, begun later, may have ended before.
      if (!sync || sync.writes <= file.synced) continue;
      file.pending = file.pending.slice(sync.writes - file.synced);
      file.durable = sync.content;
      file.synced = sync.writes;
    } else if (event.kind === "remove") files.delete(event.path);
    else if (event.kind === "rename") {
      files.set(event.to, file);
      files.delete(event.path);
    } else {
      file.now = apply(file.now, event);
      file.writes += 1;
      file.pending.push(event);
    }
  }
  const left: Files = new Map();
  for (const [path, { durable, pending }] of files)
    left.set(path, drawLots(durable, pending, random));
  return left;
}

function drawLots(durable: Buffer, pending: FileState["pending"], random: () => number): Buffer {
  let content = durable;
  const share = random();
  for (const event of pending) {
    if (share < 0.34 || random() > share) continue;
    const sectors = event.kind === "write" ? Math.floor(event.data.length / SECTOR) : 0;
    const torn =
      sectors > 1 && random() < 0.2 ? SECTOR * Math.floor(random() * sectors) : undefined;
    content = apply(content, event, torn);
  }
  return content;
}
